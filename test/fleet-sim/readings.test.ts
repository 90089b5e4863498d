import type { FleetTerminal } from "../../hw-sim/fleet/population.ts";
import { readTrouble } from "../../hw-sim/fleet/trouble-text.ts";
import { createFleetWorld } from "../../hw-sim/fleet.ts";
import { catalogue } from "../../src/faults/index.ts";
import type { Diagnosis } from "../../src/model/case.ts";
import { reading } from "../../src/model/reading.ts";
import { createThinker } from "../../src/think.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { capabilitiesOf, levels } from "./readings.ts";
import { createWorldPath } from "./world-path.ts";

const test = suite("fleet-sim/readings", { timeoutMs: 60_000 });
const minuteMs = 60_000;
const rungs = ["gateway", "name", "outside", "quality", "host", "tls", "other_path"] as const;

const everything = [
  ...["carrier:46000=data", "carrier:46001=service", "carrier:46011=registration", "carrier:46015=shaky"],
  ...["power:guangdong", "line:jiangsu", "router:shop-00003", "router:shop-00004=dark", "host:acqEast=refuses"],
  ...["host:acqNorth=mute", "version:1.4.1=handshake", "sim:FS-00007=stopped"],
];

function worldWith(...specs: readonly string[]) {
  const world = createFleetWorld({ seed: 7, terminals: 120, startHour: 12 });
  for (const spec of specs) world.begin(readTrouble(spec, world.population, 0), 0);
  return world;
}

test("whatever befalls a terminal, all that it reads is plausible", async () => {
  const world = worldWith(...everything);
  for (const terminal of world.population.terminals) {
    const state = world.stateOf(terminal, minuteMs);
    const clock = new VirtualClock();
    const path = createWorldPath(terminal, clock, () => state);
    const climbed = await Promise.all(rungs.map((rung) => clock.settle(path.errand(rung)?.() ?? Promise.resolve([]))));
    for (const { signal, quality } of [...levels(state, terminal, 0), ...climbed.flat()]) {
      assert.ok(quality === "ok" || quality === "absent", `${terminal.serial} ${signal} is ${quality}`);
    }
  }
});

/** What a terminal makes of a trouble after some minutes in which it looks and a payment fails or does not. */
async function think(trouble: string | undefined, holds: (each: FleetTerminal) => boolean): Promise<Diagnosis> {
  const world = worldWith(...(trouble === undefined ? [] : [trouble]));
  const terminal = world.population.terminals.find(holds);
  if (!terminal) throw new Error("nobody in this population");
  const thinker = createThinker({ catalogue, capabilities: capabilitiesOf(terminal), holdMs: 150_000 });
  const clock = new VirtualClock();
  const state = world.stateOf(terminal, 5 * minuteMs);
  const path = createWorldPath(terminal, clock, () => state);
  for (let look = 0; look < 6; look += 1) {
    thinker.see(levels(state, terminal, clock.monoMs()));
    thinker.see([reading("txn.outcome", state.host === "answers" ? "approved" : "aborted", clock.monoMs())]);
    for (const rung of trouble === undefined ? [] : rungs) {
      thinker.see(await clock.settle(path.errand(rung)?.() ?? Promise.resolve([])));
    }
    thinker.think(clock.monoMs());
    await clock.advance(10_000);
  }
  return thinker.think(clock.monoMs()).diagnosis;
}

const by =
  (...ways: readonly string[]) =>
  (each: FleetTerminal) =>
    each.ways.join() === ways.join();
const ofCarrier = (carrier: string) => (each: FleetTerminal) => by("cellular")(each) && each.carrier === carrier;
const faultOf = ({ verdicts, unknown }: Diagnosis): string | undefined => (unknown ? "unknown" : verdicts[0]?.fault);

test("all is well where all is well, by every way", async () => {
  for (const ways of [["cellular"], ["cable"], ["wifi"], ["cable", "cellular"], ["wifi", "cellular"]]) {
    assert.equal((await think(undefined, by(...ways))).verdicts, [], ways.join());
  }
});

const verdicts: readonly (readonly [trouble: string, who: (each: FleetTerminal) => boolean, fault: string])[] = [
  ["carrier:46000=registration", ofCarrier("46000"), "cell.carrier_outage"],
  ["carrier:46000=service", ofCarrier("46000"), "cell.no_service"],
  ["line:guangdong", (each) => by("cable")(each) && each.shop.region === "guangdong", "net.isp_outage"],
  ["host:acqEast=refuses", (each) => by("cable")(each) && each.shop.acquirer === "acqEast", "host.down"],
];
for (const [trouble, who, fault] of verdicts) {
  test(`${trouble} is ${fault} to a terminal that it concerns`, async () => {
    assert.is(faultOf(await think(trouble, who)), fault);
  });
}

test("a shop's router that hangs is that router's fault", async () => {
  const victim = worldWith().population.terminals.find(by("cable"));
  const found = await think(`router:${victim?.shop.id}`, (each) => each.serial === victim?.serial);
  assert.is(faultOf(found), "lan.router_fault");
});

test("dead data under full bars could be the card's or the carrier's: alone nobody knows", async () => {
  const found = await think("carrier:46000", ofCarrier("46000"));
  assert.is(found.unknown, true);
  assert.ok(found.verdicts.some(({ fault }) => fault === "cell.carrier_outage"));
});

test.run();
