import { giveBack, takeLease } from "../../src/store/lease.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createStores, databases } from "../support/stores.ts";

const test = suite("lease", { needs: ["postgres"], timeoutMs: 30_000 });
const stores = createStores();
test.after(() => stores[Symbol.asyncDispose]());

for (const database of databases) {
  test(`${database}: one holds it, renews it, loses it by silence, and gives it back`, async () => {
    await using store = await stores.open(database);
    const [one, other] = ["one", "other"].map((holder) => ({ name: "fleet", holder, forMs: 1_000 }));
    if (!one || !other) throw new Error("two");
    assert.is(await takeLease(store, one, 0), true);
    assert.is(await takeLease(store, other, 500), false);
    assert.is(await takeLease(store, one, 900), true);
    assert.is(await takeLease(store, other, 1_500), false);
    assert.is(await takeLease(store, other, 1_901), true);
    assert.is(await takeLease(store, one, 1_902), false);
    await giveBack(store, one);
    assert.is(await takeLease(store, one, 1_903), false);
    await giveBack(store, other);
    assert.is(await takeLease(store, one, 1_904), true);
  });

  test(`${database}: of many who ask at once exactly one gets it`, async () => {
    await using store = await stores.open(database);
    const all = Array.from({ length: 12 }, (_, place) => ({ name: "fleet", holder: `${place}`, forMs: 1_000 }));
    const got = await Promise.all(all.map((lease) => takeLease(store, lease, 7)));
    assert.is(got.filter(Boolean).length, 1);
  });
}

test.run();
