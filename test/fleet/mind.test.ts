import { assert, suite } from "../front-door/suite.ts";
import { back, closed, createSmallFleet, gone, members, opened, type SmallFleet } from "./small-fleet.ts";

const test = suite("fleet/mind");

const noService = opened("cell.no_service");

/** Half of the carrier's terminals tell something, the others fall silent. */
function outage(fleet: SmallFleet, carrier: string, region?: string): void {
  const struck = fleet.of((each) => each.carrier === carrier && (region === undefined || each.region === region));
  fleet.say(
    struck.filter(({ id }) => id % 2 === 0),
    noService,
  );
  fleet.say(
    struck.filter(({ id }) => id % 2 === 1),
    gone,
  );
}

const scopes = (fleet: SmallFleet) => fleet.underWay().map(({ scope }) => scope);

test("a carrier that fails everywhere is one incident, with who is concerned and since when", () => {
  const fleet = createSmallFleet();
  const beganMs = fleet.nowMs;
  outage(fleet, "46000");
  fleet.pass(30);
  const [incident, ...others] = fleet.underWay();
  assert.equal(others, []);
  assert.equal([incident?.scope, incident?.fault], [{ carrier: "46000" }, "cell.carrier_outage"]);
  assert.equal([incident?.affected, incident?.total, incident?.failPct, incident?.peersFailPct], [40, 40, 100, 0]);
  assert.is(incident?.beganMs, beganMs);
  assert.ok((incident?.confidence ?? 0) > 0.9);
  assert.equal(new Set(incident?.members), new Set(fleet.of(({ carrier }) => carrier === "46000").map(({ id }) => id)));
});

test("where terminals are sure only that payments were not answered, the carrier is found all the same, and named as such", () => {
  const fleet = createSmallFleet();
  fleet.say(
    fleet.of(({ carrier }) => carrier === "46001"),
    opened("txn.state_unknown"),
  );
  fleet.pass(30);
  assert.equal(
    fleet.underWay().map(({ scope, fault }) => [scope, fault]),
    [[{ carrier: "46001" }, "cell.carrier_outage"]],
  );
  assert.is(fleet.hints[0]?.to.length, 40);
});

test("in one region only it is the carrier there, and where all fail it is the region", () => {
  const one = createSmallFleet();
  outage(one, "46000", "north");
  one.pass(30);
  assert.equal(scopes(one), [{ carrier: "46000", region: "north" }]);
  const all = createSmallFleet();
  const north = all.of(({ region }) => region === "north");
  all.say(north, gone);
  all.say(
    north.filter(({ id }) => id % 5 === 0),
    opened("power.mains_unstable"),
  );
  all.pass(30);
  assert.equal(
    all.underWay().map(({ scope, fault }) => [scope, fault]),
    [[{ region: "north" }, "power.mains_unstable"]],
  );
});

test("an acquirer, by what the terminals say of its host", () => {
  const fleet = createSmallFleet();
  const struck = fleet.of(({ acquirer }) => acquirer === "a1");
  for (const [place, each] of struck.entries())
    fleet.say([each], opened(place % 3 === 0 ? "host.timeout" : "host.down"));
  fleet.pass(30);
  assert.equal(
    fleet.underWay().map(({ scope, fault }) => [scope, fault]),
    [[{ acquirer: "a1" }, "host.down"]],
  );
});

test("a version that fails is to be held", () => {
  const fleet = createSmallFleet();
  fleet.say(
    fleet.of(({ version }) => version === "2.0"),
    opened("sw.app_bug"),
  );
  fleet.pass(30);
  assert.equal(
    fleet.underWay().map(({ scope, fault, hold }) => [scope, fault, hold]),
    [[{ version: "2.0" }, "sw.app_bug", { version: "2.0" }]],
  );
});

test("a shop with a dead router is not swept into the outage, and is not told of it", () => {
  const fleet = createSmallFleet();
  // Two with the carrier, one without: what they see of the router is that nothing answers.
  const shop = fleet.of((each) => each.shop === "s0");
  fleet.say(shop.slice(0, 2), gone);
  fleet.say(shop.slice(2), opened("lan.router_fault"));
  outage(fleet, "46000", "south");
  const others = fleet.of((each) => each.carrier === "46000" && each.region === "north" && each.shop !== "s0");
  fleet.say(others, noService);
  fleet.pass(60);
  const byKind = new Map(fleet.underWay().map((each) => [Object.keys(each.scope).join(), each]));
  assert.equal([...byKind.keys()].toSorted(), ["carrier", "shop"]);
  assert.equal(byKind.get("shop")?.scope, { shop: "s0" });
  assert.is(byKind.get("shop")?.fault, "lan.router_fault");
  const own = shop.map(({ id }) => id);
  assert.equal(
    byKind.get("carrier")?.members.filter((id) => own.includes(id)),
    [],
  );
  const outages = fleet.hints.filter(({ hint }) => hint.figures[0]?.signal === "fleet.same_carrier_fail_pct");
  assert.equal(
    outages.flatMap(({ to }) => to).filter((id) => own.includes(id)),
    [],
  );
});

test("told are those that can hear, and have told what it makes clearer", () => {
  const fleet = createSmallFleet();
  const [pulled, silent, ...struck] = fleet.of(({ carrier }) => carrier === "46000");
  if (!pulled || !silent) throw new Error("none");
  fleet.say([pulled], opened("sim.absent"));
  fleet.say([silent], gone);
  fleet.say(struck, noService);
  fleet.pass(60);
  const told = fleet.hints.flatMap(({ to }) => to);
  assert.equal(
    told.toSorted((a, b) => a - b),
    struck.map(({ id }) => id),
  );
  fleet.say(struck, closed("cell.no_service"));
  fleet.say([silent], back);
  fleet.pass(200);
  const last = fleet.hints.at(-1);
  assert.equal([last?.to.length, last?.hint.figures[0]?.value], [struck.length, 0]);
});

test("who blames the shop's line later leaves the outage, with those beside it", () => {
  const fleet = createSmallFleet();
  outage(fleet, "46000", "south");
  fleet.say(
    fleet.of((each) => each.carrier === "46000" && each.region === "north"),
    gone,
  );
  fleet.pass(60);
  const inside = (shop: string) => {
    const own = fleet.of((each) => each.shop === shop).map(({ id }) => id);
    return fleet.underWay().flatMap((each) => each.members.filter((id) => own.includes(id))).length;
  };
  assert.is(inside("s0"), 2);
  const shop = fleet.of((each) => each.shop === "s0");
  fleet.say(shop.slice(2), opened("lan.router_fault"));
  fleet.pass(70);
  const carrier = fleet.underWay().find(({ scope }) => scope.carrier === "46000");
  assert.equal(
    carrier?.members.filter((id) => shop.some((each) => each.id === id)),
    [],
  );
});

test("it begins small and grows under one id, ends once, and starts no second", () => {
  const fleet = createSmallFleet();
  outage(fleet, "46000", "north");
  fleet.pass(40);
  const [first] = fleet.underWay();
  assert.equal(first?.scope, { carrier: "46000", region: "north" });
  outage(fleet, "46000", "south");
  fleet.pass(40);
  assert.equal(
    fleet.underWay().map(({ id, scope }) => [id, scope]),
    [[first?.id, { carrier: "46000" }]],
  );
  const struck = fleet.of(({ carrier }) => carrier === "46000");
  fleet.say(struck.slice(2), back);
  fleet.say(struck.slice(2), closed("cell.no_service"));
  fleet.pass(170);
  assert.is(fleet.underWay().length, 1);
  fleet.pass(20);
  assert.equal(fleet.underWay(), []);
  // Two are left, and that is their own matter.
  fleet.pass(600);
  assert.equal(new Set(fleet.told.map(({ id }) => id)).size, 1);
});

test("the whole fleet silent is our own ears: one incident of everything, and nobody is told", () => {
  const fleet = createSmallFleet();
  fleet.say(fleet.all, gone);
  fleet.pass(60);
  assert.equal(
    fleet.underWay().map(({ scope, fault }) => [scope, fault]),
    [[{}, "unlisted.no_path"]],
  );
  assert.equal(fleet.hints, []);
});

test("one shop with five terminals: its router is named, singles are not, and nothing wider is", () => {
  const five = members()
    .slice(0, 5)
    .map((each) => ({ ...each, shop: "s0", region: "north" }));
  const fleet = createSmallFleet(five);
  fleet.say(five.slice(0, 1), gone);
  fleet.say(five.slice(1, 2), opened("host.down"));
  fleet.pass(600);
  assert.equal(fleet.told, []);
  const dead = createSmallFleet(five);
  dead.say(five.slice(0, 4), gone);
  dead.say(five.slice(4), opened("lan.router_fault"));
  dead.pass(60);
  assert.equal(
    dead.underWay().map(({ scope, affected }) => [scope, affected]),
    [[{ shop: "s0" }, 5]],
  );
});

test("nobody learns of another tenant's trouble", () => {
  const fleet = createSmallFleet([...members(), ...members("other", 1_000)]);
  fleet.say(
    fleet.of(({ tenant, carrier }) => tenant === "acme" && carrier === "46000"),
    noService,
  );
  fleet.pass(60);
  assert.equal(
    fleet.underWay().map(({ tenant }) => tenant),
    ["acme"],
  );
  assert.ok(fleet.hints.length > 0);
  assert.ok(fleet.hints.every(({ hint, to }) => hint.tenant === "acme" && to.every((id) => id < 1_000)));
});

test("an incident goes on under its id in the mind that takes over", () => {
  const before = createSmallFleet();
  outage(before, "46000");
  before.pass(60);
  const [incident] = before.underWay();
  if (!incident) throw new Error("none");
  const after = createSmallFleet();
  after.mind.resume(incident);
  outage(after, "46000");
  after.pass(60);
  assert.equal(
    after.underWay().map(({ id, affected }) => [id, affected]),
    [[incident.id, 40]],
  );
  const idle = createSmallFleet();
  idle.mind.resume(incident);
  idle.pass(240);
  assert.equal(
    idle.told.filter(({ endedMs }) => endedMs !== undefined).map(({ id }) => id),
    [incident.id],
  );
});

test("what is too much is counted: terminals, strangers, open faults, issuers", () => {
  const fleet = createSmallFleet(members(), { mostMembers: 100 });
  assert.equal([fleet.mind.counts().members, fleet.mind.counts().refused], [100, 20]);
  const strangers = fleet.mind.counts().strangers;
  fleet.mind.hear(9_999, back(fleet.nowMs));
  assert.is(fleet.mind.counts().strangers, strangers + 1);
  for (let place = 0; place < 40; place += 1) fleet.mind.hear(1, opened(`sw.kind_${place}`)(fleet.nowMs));
  assert.is(fleet.mind.counts().overflowed, 8);
  const payments = { approved: 0, refused: 0, unanswered: 0, unsent: 0 };
  for (let place = 0; place < 1_010; place += 1) {
    const issuers = [{ issuer: `b${place}`, approved: 1, refused: 0 }];
    fleet.mind.hear(2, { kind: "payments", payments, issuers, atMs: fleet.nowMs });
  }
  assert.is(fleet.mind.counts().overflowed, 18);
});

test("who moves is counted where it is now, who is forgotten nowhere", () => {
  const fleet = createSmallFleet();
  outage(fleet, "46000");
  fleet.pass(30);
  const [moved, dropped] = fleet.of(({ carrier }) => carrier === "46000");
  if (!moved || !dropped) throw new Error("none");
  fleet.mind.enrol({ ...moved, carrier: "46001" });
  fleet.mind.forget(dropped.id);
  fleet.pass(70);
  const [incident] = fleet.underWay();
  assert.equal([incident?.affected, incident?.total], [38, 38]);
  assert.is(fleet.mind.counts().members, 119);
});

test.run();
