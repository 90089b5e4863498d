import type { FleetTerminal } from "../../../hw-sim/fleet/population.ts";
import type { TerminalState } from "../../../hw-sim/fleet/state.ts";
import { readTrouble } from "../../../hw-sim/fleet/trouble-text.ts";
import { createFleetWorld, type FleetWorld } from "../../../hw-sim/fleet.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("hw-sim/fleet/state");
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** At noon, so that nobody is asleep. */
function worldWith(...specs: readonly string[]): FleetWorld {
  const world = createFleetWorld({ seed: 7, terminals: 400, startHour: 12 });
  for (const spec of specs) world.begin(readTrouble(spec, world.population, 0), 0);
  return world;
}

const goes = ({ via, passing }: TerminalState): boolean => via !== undefined && passing.includes(via);
const by =
  (...ways: readonly string[]) =>
  (each: FleetTerminal) =>
    each.ways.join() === ways.join();

function find(world: FleetWorld, holds: (terminal: FleetTerminal) => boolean): FleetTerminal {
  const found = world.population.terminals.find(holds);
  if (!found) throw new Error("nobody in this population");
  return found;
}

test("on a healthy day everybody has power, a way and a host", () => {
  const world = worldWith();
  for (const terminal of world.population.terminals) {
    const state = world.stateOf(terminal, 5 * minuteMs);
    assert.is(state.supply, "mains");
    assert.is(state.via, terminal.ways[0]);
    assert.ok(goes(state) && state.host === "answers");
    assert.is(state.radio === undefined, terminal.carrier === undefined);
  }
});

test("the same moment is the same, asked for in any order", () => {
  const [one, other] = [worldWith("carrier:46000=shaky"), worldWith("carrier:46000=shaky")];
  const of = (world: FleetWorld, atMs: number) => world.population.terminals.map((each) => world.stateOf(each, atMs));
  const [later, sooner] = [of(one, hourMs), of(one, minuteMs)];
  assert.equal(of(other, minuteMs), sooner);
  assert.equal(of(other, hourMs), later);
});

test("a carrier's dead data stops its own terminals only, under full bars", () => {
  const world = worldWith("carrier:46000@60s");
  for (const terminal of world.population.terminals.filter(by("cellular"))) {
    const state = world.stateOf(terminal, 10 * minuteMs);
    assert.is(goes(state), terminal.carrier !== "46000");
    assert.is(state.radio?.registration, "home");
    assert.ok(state.radio?.bearer === true && state.radio.rsrpDbm !== undefined);
    assert.ok(goes(world.stateOf(terminal, 59_000)));
  }
});

test("a carrier's dead gateway leaves the broker in reach, and nothing else", () => {
  const world = worldWith("carrier:46000=gateway");
  const terminal = find(world, (each) => by("cellular")(each) && each.carrier === "46000");
  const { via, passing, toBroker, host } = world.stateOf(terminal, minuteMs);
  assert.equal([via, passing, toBroker, host], ["cellular", [], ["cellular"], "unreached"]);
});

test("who has a second way takes it after a while, and comes back", () => {
  const world = worldWith("carrier:46000@60s+5m");
  const terminal = find(world, (each) => by("cellular", "wifi")(each) && each.carrier === "46000");
  const at = (atMs: number) => world.stateOf(terminal, atMs);
  assert.is(goes(at(61_000)), false);
  assert.is(at(61_000).via, "cellular");
  assert.equal([at(80_000).via, goes(at(80_000))], ["wifi", true]);
  assert.is(at(7 * minuteMs).via, "cellular");
});

test("without service no cell is heard, and a refusal has its cause", () => {
  const cellular = (each: FleetTerminal) => by("cellular")(each) && each.carrier === "46001";
  const silent = worldWith("carrier:46001=service");
  const unheard = silent.stateOf(find(silent, cellular), minuteMs);
  assert.equal([unheard.radio?.registration, unheard.radio?.rsrpDbm, unheard.via], ["searching", undefined, undefined]);
  const refusing = worldWith("carrier:46001=registration");
  const refused = refusing.stateOf(find(refusing, cellular), minuteMs);
  assert.equal([refused.radio?.cause, refused.radio?.bearer], [17, false]);
});

test("a shaky network lets everybody through now and then, each in his own time", () => {
  const world = worldWith("carrier:46000=shaky");
  const all = world.population.terminals
    .filter((each) => by("cellular")(each) && each.carrier === "46000")
    .slice(0, 20);
  const times = Array.from({ length: 360 }, (_, index) => index * 10_000);
  const through = all.map((each) => times.map((atMs) => goes(world.stateOf(each, atMs))));
  for (const one of through) {
    const share = one.filter(Boolean).length / one.length;
    assert.ok(share > 0.2 && share < 0.65, `${share}`);
  }
  assert.ok(new Set(through.map((one) => one.map(Number).join(""))).size === all.length);
});

test("a carrier fails in one region only, where that is said", () => {
  const world = worldWith("carrier:46000/guangdong");
  for (const terminal of world.population.terminals.filter(
    (each) => by("cellular")(each) && each.carrier === "46000",
  )) {
    assert.is(goes(world.stateOf(terminal, minuteMs)), terminal.shop.region !== "guangdong");
  }
});

test("without electricity the battery carries on by the mobile network, until base stations and battery are empty", () => {
  const world = worldWith("power:guangdong");
  const here = (each: FleetTerminal) => each.shop.region === "guangdong";
  const portable = find(world, (each) => here(each) && by("cellular")(each) && each.batteryHours > 3);
  const first = world.stateOf(portable, minuteMs);
  assert.equal([first.supply, goes(first)], ["battery", true]);
  assert.ok((world.stateOf(portable, 2 * hourMs).batteryPct ?? 100) < 80);
  assert.is(goes(world.stateOf(portable, 3.2 * hourMs)), false);
  assert.is(world.stateOf(portable, (portable.batteryHours + 0.1) * hourMs).supply, "cut");
  const desk = find(world, (each) => here(each) && each.batteryHours === 0);
  assert.is(world.stateOf(desk, 1_000).supply, "cut");
  const elsewhere = find(world, (each) => !here(each));
  assert.is(world.stateOf(elsewhere, hourMs).supply, "mains");
});

test("a shop's router is that shop's only: hung it keeps the link, dark it drops it", () => {
  const probe = worldWith();
  const victim = find(probe, by("cable"));
  for (const [how, link] of [
    ["hung", "up"],
    ["dark", "down"],
  ] as const) {
    const world = worldWith(`router:${victim.shop.id}=${how}`);
    const state = world.stateOf(victim, minuteMs);
    assert.equal([state.shopLink, state.router, goes(state)], [link, "silent", false]);
    const others = world.population.terminals.filter(({ shop }) => shop.id !== victim.shop.id);
    assert.ok(others.every((each) => goes(world.stateOf(each, minuteMs))));
  }
});

test("a dead line leaves the router answering", () => {
  const probe = worldWith();
  const victim = find(probe, by("wifi"));
  const state = worldWith(`line:${victim.shop.id}`).stateOf(victim, minuteMs);
  assert.equal([state.shopLink, state.router, goes(state), state.host], ["up", "answers", false, "unreached"]);
});

test("an acquirer's host is the host of its shops", () => {
  const world = worldWith("host:acqEast=refuses");
  for (const terminal of world.population.terminals) {
    const { host } = world.stateOf(terminal, minuteMs);
    assert.is(host, terminal.shop.acquirer === "acqEast" ? "refuses" : "answers");
  }
});

test("a card that is used up has full bars and no data; one that is stopped is refused", () => {
  const { serial } = find(worldWith(), by("cellular"));
  const usedUp = worldWith(`sim:${serial}`);
  const state = usedUp.stateOf(
    find(usedUp, (each) => each.serial === serial),
    minuteMs,
  );
  assert.equal([state.radio?.bearer, state.radio?.usedMb, goes(state)], [true, 30, false]);
  const stopped = worldWith(`sim:${serial}=stopped`);
  const refused = stopped.stateOf(
    find(stopped, (each) => each.serial === serial),
    minuteMs,
  );
  assert.equal([refused.radio?.registration, refused.radio?.cause], ["denied", 7]);
});

test("some shops switch off for the night", () => {
  const world = worldWith();
  const asleep = world.population.terminals.filter(
    (each) => world.stateOf(each, 15 * hourMs).supply === "switched_off",
  );
  assert.ok(asleep.length > 60 && asleep.length < 200, `${asleep.length}`);
  assert.ok(asleep.every(({ shop }) => shop.darkAtNight));
});

test.run();
