import { terminalsIn } from "../../src/cli/stored-terminals.ts";
import type { Store } from "../../src/store/store.ts";
import type { FleetFilter, FleetTerminal } from "../../src/support/fleet-view.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createStores, databases, type Stores } from "../support/stores.ts";
import { addFleet, nowMs } from "./stored-fleet.ts";

const test = suite("cli/stored-terminals", { timeoutMs: 60_000, needs: ["postgres"] });
let stores: Stores;

test.before(() => {
  stores = createStores();
});
test.after(() => stores[Symbol.asyncDispose]());

async function all(store: Store, filter: FleetFilter, most = 10_000): Promise<readonly FleetTerminal[]> {
  const found: FleetTerminal[] = [];
  for await (const terminal of terminalsIn(store, filter, most)) found.push(terminal);
  return found;
}

const namesOf = (terminals: readonly FleetTerminal[]) => terminals.map(({ tenant, serial }) => `${tenant}/${serial}`);

for (const database of databases) {
  test(`${database}: gravest first, each with its open cases, and every filter is heeded`, async () => {
    await using store = await stores.open(database);
    await addFleet(store);
    const [first, ...rest] = await all(store, {});
    assert.equal(namesOf(rest), ["other/SN-2", "acme/SN-2"]);
    assert.equal(first, {
      ...{ tenant: "acme", serial: "SN-1", online: false, seenMs: nowMs - 5_000, version: "0.1.0" },
      place: { shop: "s-1", region: "Pudong", carrier: "46000" },
      open: [
        { fault: "sim.absent", severity: "critical", probability: 0.9995, openedMs: nowMs - 720_000 },
        { fault: "printer.paper_out", severity: "minor", probability: 0.97, openedMs: nowMs - 90_000 },
      ],
    });
    const chosen: readonly (readonly [FleetFilter, readonly string[]])[] = [
      [{ state: "failing" }, ["acme/SN-1", "other/SN-2"]],
      [{ state: "offline" }, ["acme/SN-1"]],
      [{ state: "ok" }, ["acme/SN-2"]],
      [{ fault: "printer.paper_out" }, ["acme/SN-1"]],
      [{ fault: "host.down" }, []],
      [{ tenant: "other" }, ["other/SN-2"]],
      [{ shop: "s-1", carrier: "46001" }, ["acme/SN-2"]],
      [{ region: "Pudong' or 1=1 --" }, []],
      [{ version: "0.1.0", serial: "SN-2" }, ["acme/SN-2"]],
    ];
    for (const [filter, names] of chosen)
      assert.equal(namesOf(await all(store, filter)), names, JSON.stringify(filter));
  });

  test(`${database}: one that cannot choose between causes is failing, with its candidates`, async () => {
    await using store = await stores.open(database);
    await addFleet(store);
    const candidates = [{ fault: "host.down", probability: 0.45 }];
    const doubt = { unsure_ms: nowMs - 60_000, unsure: JSON.stringify(candidates), severity: 3 };
    await store.db
      .updateTable("terminals")
      .set(doubt)
      .where("serial", "=", "SN-2")
      .where("tenant", "=", "acme")
      .execute();
    const failing = await all(store, { state: "failing" });
    assert.equal(namesOf(failing), ["acme/SN-1", "acme/SN-2", "other/SN-2"]);
    assert.equal(failing[1]?.unsure, { sinceMs: nowMs - 60_000, candidates });
    assert.equal(await all(store, { state: "ok" }), []);
  });

  test(`${database}: more than a page comes whole, each terminal once`, async () => {
    await using store = await stores.open(database);
    const rows = Array.from({ length: 1_203 }, (_, at) => {
      return { tenant: "acme", serial: `SN-${at}`, seen_ms: nowMs, changed_ms: nowMs, severity: at % 5 };
    });
    for (let at = 0; at < rows.length; at += 400) {
      await store.db
        .insertInto("terminals")
        .values(rows.slice(at, at + 400))
        .execute();
    }
    const found = await all(store, {});
    assert.is(new Set(namesOf(found)).size, rows.length);
    assert.is(found.length, rows.length);
    const severities = await store.db.selectFrom("terminals").select(["serial", "severity"]).execute();
    const rank = new Map(severities.map(({ serial, severity }) => [serial, severity]));
    const ranks = found.map(({ serial }) => rank.get(serial) ?? -1);
    assert.equal(
      ranks,
      ranks.toSorted((a, b) => b - a),
    );
    assert.equal(namesOf(await all(store, {}, 3)), namesOf(found.slice(0, 3)));
  });
}

test.run();
