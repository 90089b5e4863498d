/** Whole fleets at real brokers: who goes and who stays when something in the world breaks, and whether all records come. */
import { readTrouble } from "../../hw-sim/fleet/trouble-text.ts";
import { type BrokerName, createBroker, versionOf } from "../bench/brokers.ts";
import { assert, suite } from "../front-door/suite.ts";
import { until } from "../uplink/bench.ts";
import { type Fleet, type FleetOptions, openFleet } from "./fleet.ts";
import { createListener, type Listener } from "./listener.ts";
import type { Member } from "./member.ts";

const timeoutMs = 300_000;

/** Faster than life, so that backing off does not take minutes. */
const usual = {
  ...{ seed: 7, tenant: "fleet", startHour: 11, speed: 8, rampMs: 2_000 },
  ...{ keysFile: undefined, measuresMs: 0, heartbeatMs: 60_000 },
} as const satisfies Partial<FleetOptions>;

interface Place {
  readonly fleet: Fleet;
  readonly listener: Listener;
}

async function play(broker: BrokerName, terminals: number, act: (place: Place) => Promise<void>): Promise<void> {
  await using running = await createBroker(broker);
  await running.start();
  await using listener = await createListener(running.port, versionOf[broker]);
  await using fleet = await openFleet({
    ...{ ...usual, terminals },
    uplink: {
      ...{ url: `mqtt://127.0.0.1:${running.port}`, protocol: "auto", ack: "collector" },
      ...{ keepaliveS: 900, willDelayS: 1 },
    },
  });
  await Promise.race([act({ fleet, listener }), fleet.broken]);
}

const serialsOf = (members: readonly Member[]): readonly string[] => members.map(({ terminal }) => terminal.serial);
const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

function isConnected(member: Member): boolean {
  return member.view()?.uplink.state === "connected";
}

/** All are there, and nothing waits for a receipt. */
async function whenAllIsWell({ fleet, listener }: Place): Promise<void> {
  const all = serialsOf(fleet.members);
  await until(() => fleet.members.every(isConnected) && same(listener.serials(true), all));
  await until(() => fleet.members.every((member) => member.view()?.waiting === 0));
}

function letLoose({ world, nowMs }: Fleet, spec: string): void {
  world.begin(readTrouble(spec, world.population, nowMs()), nowMs());
}

/** Numbers of this boot that did not come. */
function missing(boot: string, nextSeq: number, { listener }: Place): readonly number[] {
  const came = listener.numbers(boot);
  return Array.from({ length: nextSeq - 1 }, (_, index) => index + 1).filter((seq) => !came.has(seq));
}

/** Of the boots that last. What is appended while this looks has not come yet, and is no gap. */
async function assertComplete(place: Place): Promise<void> {
  const positions = place.fleet.members.map((member) => member.view()?.position);
  await until(() => positions.every((at) => at !== undefined && missing(at.boot, at.nextSeq, place).length === 0));
}

const outage = suite("fleet-sim/fleet, a carrier fails", { timeoutMs, needs: ["mosquitto"] });

outage("its cellular-only terminals go, all others stay, and afterwards nothing is missing", () =>
  play("mosquitto", 100, async (place) => {
    const { fleet, listener } = place;
    const { members, world, nowMs } = fleet;
    await whenAllIsWell(place);
    const ofCarrier = members.filter(({ terminal }) => terminal.carrier === "46000");
    const gone = ofCarrier.filter(({ terminal }) => terminal.ways.length === 1);
    const second = ofCarrier.filter(({ terminal }) => terminal.ways.length > 1);
    assert.ok(gone.length > 10 && second.length > 3, `${gone.length} and ${second.length}`);

    letLoose(fleet, "carrier:46000");
    await until(() => same(listener.serials(false), serialsOf(gone)));
    const began = listener.heard.length;
    const heardFrom = () =>
      new Set(
        listener.heard.slice(began).flatMap(({ from, said }) => (from && said.kind === "report" ? [from.serial] : [])),
      );
    // Each says at least once more how it is.
    await until(() => serialsOf(second).every((serial) => heardFrom().has(serial)));
    await until(() => gone.every((member) => (member.view()?.waiting ?? 0) > 0));
    assert.equal(listener.serials(false), serialsOf(gone));
    assert.equal(
      serialsOf(gone).filter((serial) => heardFrom().has(serial)),
      [],
    );

    world.end({ kind: "carrier", name: "46000", region: undefined }, nowMs());
    await whenAllIsWell(place);
    await assertComplete(place);
  }),
);

outage.run();

const power = suite("fleet-sim/fleet, a region has no electricity", { timeoutMs });

power("what has no battery ends without a goodbye, boots anew, and brings what it still had", () =>
  play("embedded", 60, async (place) => {
    const { fleet, listener } = place;
    const { members, world, nowMs } = fleet;
    await whenAllIsWell(place);
    const region = "guangdong";
    const inRegion = members.filter(({ terminal }) => terminal.shop.region === region);
    // Who lives on a battery needs a way that does not hang on the shop's router.
    const gone = inRegion.filter(
      ({ terminal }) => terminal.batteryHours === 0 || !terminal.ways.some((way) => way === "cellular"),
    );
    const dark = gone.filter(({ terminal }) => terminal.batteryHours === 0);
    assert.ok(dark.length > 3 && inRegion.length > gone.length, `${dark.length} of ${inRegion.length}`);
    const before = dark.map((member) => member.view()?.position);

    letLoose(fleet, `power:${region}`);
    await until(() => same(listener.serials(false), serialsOf(gone)));
    await until(() => dark.every((member) => member.view() === undefined));

    world.end({ kind: "power", name: region, region: undefined }, nowMs());
    await whenAllIsWell(place);
    await assertComplete(place);
    for (const [index, { terminal }] of dark.entries()) {
      const first = before[index];
      assert.is(listener.boots(terminal.serial).length, 2);
      assert.equal(missing(first?.boot ?? "", first?.nextSeq ?? 0, place), []);
    }
  }),
);

power.run();

const outageOfCarrier = "cell.carrier_outage";
const doubt = suite("fleet-sim/fleet, a carrier's line to the hosts fails under full bars", { timeoutMs });

doubt("a terminal that cannot choose between causes says so in its set of faults", () =>
  play("embedded", 60, async (place) => {
    const { fleet, listener } = place;
    await whenAllIsWell(place);
    const unsure = () =>
      listener.heard.flatMap(({ from, said }) => {
        return said.kind === "faults" && said.faults.unsure
          ? [{ from, candidates: said.faults.unsure.candidates }]
          : [];
      });
    letLoose(fleet, "carrier:46000=gateway");
    // What it doubts between first may be from before all signs are read; it says so again as they come.
    const isNamed = () => unsure().some(({ candidates }) => candidates.some(({ fault }) => fault === outageOfCarrier));
    await until(isNamed);
    for (const { from } of unsure()) {
      const teller = fleet.members.find(({ terminal }) => terminal.serial === from?.serial);
      assert.is(teller?.terminal.carrier, "46000");
    }
  }),
);

doubt.run();
