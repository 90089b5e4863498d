import { systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { systemRandom } from "../../src/base/random.ts";
import { forgetInTurn, makeRoomInTurn } from "../../src/collector/retention.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createStores, databases } from "../support/stores.ts";

const test = suite("collector/retention", { needs: ["postgres"], timeoutMs: 30_000 });
const stores = createStores();
test.after(() => stores[Symbol.asyncDispose]());
const keep = { records: 2, samples: 3, cases: 10 };
const dayMs = 86_400_000;
const never = new AbortController().signal;

for (const database of databases) {
  test(`${database}: what is too old is forgotten, once for all collectors; what is not stays`, async () => {
    await using store = await stores.open(database);
    const parts = { store, keep, clock: systemClock, random: systemRandom, log: silentLog };
    await Promise.all(["one", "two"].map((holder) => makeRoomInTurn({ ...parts, holder }, never)));
    const nowMs = Date.now();
    const sample = { terminal_id: 1, signal: "modem.csq", low: 1, mean: 1, high: 1, count: 1 };
    await store.db
      .insertInto("samples")
      .values({ ...sample, at_ms: nowMs })
      .execute();
    const boot = { terminal_id: 1, base: 0, up_to: 0, last_seq: 0, came: "", dropped: "{}" };
    for (const [name, days] of [
      ["old", 11],
      ["new", 9],
    ] as const)
      await store.db
        .insertInto("boots")
        .values({ ...boot, boot: name, updated_ms: nowMs - days * dayMs })
        .execute();
    assert.ok(((await forgetInTurn({ ...parts, holder: "one" }, never)) ?? 0) >= 1);
    assert.is(await forgetInTurn({ ...parts, holder: "two" }, never), undefined);
    assert.equal(await store.db.selectFrom("boots").select("boot").execute(), [{ boot: "new" }]);
    assert.is((await store.db.selectFrom("samples").selectAll().execute()).length, 1);
  });
}

test.run();
