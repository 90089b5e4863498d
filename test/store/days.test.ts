import { forget, keptFrom, makeRoom } from "../../src/store/days.ts";
import type { Store } from "../../src/store/store.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createStores, databases } from "../support/stores.ts";

const test = suite("store by days", { needs: ["postgres"], timeoutMs: 30_000 });
const stores = createStores();
test.after(() => stores[Symbol.asyncDispose]());

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 27, 9);
const keep = { records: 3, samples: 5, cases: 30 };

async function fill({ db }: Store, days: readonly number[], of: number): Promise<void> {
  for (const day of days) {
    const at_ms = of - day * dayMs;
    const span = { low: 1, mean: 2, high: 3, count: 4 };
    await db
      .insertInto("samples")
      .values({ terminal_id: 1, signal: "modem.rsrp_dbm", at_ms, ...span })
      .execute();
  }
}

for (const name of databases) {
  test(`${name}: days go when they are too old, and only then`, async () => {
    await using store = await stores.open(name);
    await makeRoom(store, keep, nowMs);
    await makeRoom(store, keep, nowMs);
    await fill(store, [0, 1, 5], nowMs);
    assert.is(await forget(store, keep, nowMs), 0);
    const later = nowMs + dayMs;
    assert.ok((await forget(store, keep, later)) > 0);
    const left = await store.db.selectFrom("samples").select("at_ms").orderBy("at_ms").execute();
    assert.equal(
      left.map(({ at_ms }) => (nowMs - at_ms) / dayMs),
      [1, 0],
    );
    assert.is(keptFrom("samples", keep, later), Date.UTC(2026, 10, 23));
    await makeRoom(store, keep, later);
    await fill(store, [0], later + 2 * dayMs);
  });

  test(`${name}: an open case is kept however old it is, a closed one is not`, async () => {
    await using store = await stores.open(name);
    const old = nowMs - 100 * dayMs;
    const row = {
      ...{ terminal_id: 1, boot: "b", fault: "sim.absent", family: "sim", severity: 4, probability: 1, seq: 1 },
      ...{ opened_ms: old, changed_ms: old, occurrence: 1, detail: "{}" },
    };
    await store.db
      .insertInto("cases")
      .values([
        { ...row, case_id: 1 },
        { ...row, case_id: 2, closed_ms: old },
      ])
      .execute();
    assert.is(await forget(store, keep, nowMs), 1);
    assert.equal(await store.db.selectFrom("cases").select("case_id").execute(), [{ case_id: 1 }]);
  });
}

test.run();
