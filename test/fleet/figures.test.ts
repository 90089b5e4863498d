import { catalogue } from "../../src/faults/index.ts";
import { figuresOf } from "../../src/fleet/figures.ts";
import { capabilitiesIn } from "../../src/incident/incident.ts";
import { isPlausible, isSignalId } from "../../src/model/signal.ts";
import { createThinker } from "../../src/think.ts";
import { assert, suite } from "../front-door/suite.ts";
import { healthy, readingsOf } from "../support/stories.ts";

const test = suite("fleet/figures");

const outage = { failPct: 81.5, peersFailPct: 1.2, affected: 300, total: 368 };

test("every figure is a signal of the catalogue, with a value that it can take", () => {
  const all = (["carrier", "place", "region", "acquirer", "version", "shop", "issuer"] as const).flatMap((dimension) =>
    figuresOf(dimension, { ...outage, affected: 40_000, total: 40_000 }),
  );
  assert.is(all.length, 11);
  assert.equal(
    all.filter(({ signal, value }) => !isSignalId(signal) || !isPlausible(signal, value)),
    [],
  );
});

test("a fleet that is silent is told to nobody, and peers that are not there are not made up", () => {
  assert.equal(figuresOf("fleet", outage), []);
  assert.equal(figuresOf("carrier", { failPct: 80, affected: 8, total: 10 }), [
    { signal: "fleet.same_carrier_fail_pct", value: 80 },
  ]);
});

const unregistered = { "modem.reg_state": "searching", "modem.pdp_state": "inactive", "net.tcp_host": "timeout" };
const figures = Object.fromEntries(figuresOf("carrier", outage).map(({ signal, value }) => [signal, value]));

function verdict(change: Readonly<Record<string, string | number | boolean>>): string | undefined {
  const readings = readingsOf({ ...healthy, ...change });
  const thinker = createThinker({ catalogue, capabilities: capabilitiesIn(readings), holdMs: 86_400_000 });
  thinker.see(readings);
  return thinker.think(0).diagnosis.verdicts[0]?.fault;
}

test("a terminal that cannot register learns from them that it is the carrier, and one that is well nothing", () => {
  assert.is.not(verdict(unregistered), "cell.carrier_outage");
  assert.is(verdict({ ...unregistered, ...figures }), "cell.carrier_outage");
  assert.is(verdict({ ...figures }), undefined);
});

test.run();
