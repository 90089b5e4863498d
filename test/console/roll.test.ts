import { createRoll } from "../../src/console/roll.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createStores, databases } from "../support/stores.ts";
import { openPlace, terminalOf } from "./place.ts";

const test = suite("console/roll", { needs: ["postgres"], timeoutMs: 60_000 });

for (const database of databases) {
  test(`${database}: all are read, then what changed, once, even where thousands changed in one moment`, async () => {
    await using stores = createStores();
    await using place = await openPlace({ database, stores, fill: async () => {} });
    const { store } = place;
    const rows = Array.from({ length: 6_000 }, (_, at) => ({
      ...terminalOf(`T-${at}`, 1_000_000),
      changed_ms: 500_000,
    }));
    for (let at = 0; at < rows.length; at += 1_000) {
      await store.db
        .insertInto("terminals")
        .values(rows.slice(at, at + 1_000))
        .execute();
    }
    const roll = createRoll(store);
    await roll.load();
    assert.equal([roll.members.size, (await roll.catchUp()).length], [6_000, 0]);
    await store.db.updateTable("terminals").set({ changed_ms: 600_000, severity: 3, top_fault: "host.down" }).execute();
    assert.is((await roll.catchUp()).length, 6_000);
    assert.is((await roll.catchUp()).length, 0);
    // Committed late: its time lies before what has been seen.
    await store.db
      .updateTable("terminals")
      .set({ changed_ms: 595_000, severity: 0 })
      .where("serial", "=", "T-7")
      .execute();
    assert.equal(
      (await roll.catchUp()).map(({ before, now }) => [now.serial, before?.severity, now.severity]),
      [["T-7", 3, 0]],
    );
  });
}

test.run();
