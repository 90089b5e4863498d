import { reading } from "../../src/model/reading.ts";
import { type RungId, rungs } from "../../src/probes/rungs.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type SimulatedAgent, simulateAgent, usualLimits, visits } from "../support/simulated-agent.ts";

const test = suite("when the way to the host is looked at, and when not", { timeoutMs: 20_000 });

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const all: readonly RungId[] = [
  "gateway",
  "name",
  "other_name",
  "outside",
  "quality",
  "host",
  "alternate",
  "host_ping",
  "other_path",
  "tls",
  "echo",
];
const climbed = ({ climbs }: SimulatedAgent) => climbs.map(({ rung }) => rung);

/** Most that is climbed within any span of this length. */
function most(times: readonly number[], spanMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + spanMs).length));
}

for (const level of [2, 4] as const) {
  test(`in 24 hours of health nothing at all is sent, at level ${level}`, async () => {
    const agent = simulateAgent({ seed: level, level, has: all, isUp: () => true });
    for (let at = 0; at < 24 * 60; at += 5) {
      agent.pays("approved");
      await agent.clock.advance(5 * minute);
    }
    assert.equal(agent.climbs, []);
    await agent.end();
  });
}

test("in 24 hours without any payment no host is visited, and the name server asked some twenty times", async () => {
  const counts: number[] = [];
  for (let seed = 1; seed <= 20; seed += 1) {
    const agent = simulateAgent({ seed, level: 4, has: all, isUp: () => true });
    await agent.clock.advance(24 * hour);
    assert.equal(
      climbed(agent).filter((rung) => rung !== "name" && rung !== "gateway"),
      [],
    );
    counts.push(climbed(agent).filter((rung) => rung === "name").length);
    await agent.end();
  }
  assert.ok(Math.max(...counts) <= 40 && Math.min(...counts) >= 12, counts.join());
});

test("in 24 hours of outage the budgets hold in every hour and every day, and no two agents are in step", async () => {
  const firsts = new Set<number>();
  for (let seed = 1; seed <= 20; seed += 1) {
    const agent = simulateAgent({ seed, has: [...all] });
    agent.probe.setPace("quick");
    await agent.clock.advance(48 * hour);
    const connections = agent.climbs.filter(({ rung }) => rungs[rung].connections > 0).map(({ atMs }) => atMs);
    assert.ok(most(connections, hour) <= usualLimits.hour.connections);
    assert.ok(most(connections, 24 * hour) <= usualLimits.day.connections);
    const bytes = agent.climbs.filter(({ atMs }) => atMs < 24 * hour).map(({ rung }) => rungs[rung].bytes);
    assert.ok(bytes.reduce((sum, each) => sum + each, 0) <= usualLimits.day.bytes);
    const [first = 0, ...later] = visits(agent.climbs);
    assert.ok(first < 18 * second && later.length >= 12, `${first} ${later.length}`);
    firsts.add(first);
    await agent.end();
  }
  assert.is(firsts.size, 20);
});

test("after a failure everything is looked at once, the host three times, then rarely and only the host", async () => {
  const agent = simulateAgent({ seed: 3 });
  await agent.clock.advance(minute);
  agent.probe.setPace("quick");
  await agent.clock.advance(2 * minute);
  const counted = (rung: RungId) => climbed(agent).filter((each) => each === rung).length;
  assert.equal((["gateway", "name", "outside", "host", "host_ping"] as const).map(counted), [3, 3, 3, 3, 1]);
  await agent.clock.advance(2 * hour);
  assert.equal([counted("name"), counted("outside")], [3, 3]);
  assert.ok(counted("host") > 4);
  await agent.end();
});

test("from a silent host to the third look it takes less than half a minute", async () => {
  const agent = simulateAgent({ seed: 4 });
  agent.pays("timeout");
  agent.probe.setPace("quick");
  await agent.clock.advance(29 * second);
  assert.is(visits(agent.climbs).length, 3);
  await agent.end();
});

test("an answered payment ends the looks, and the next failure is looked at anew", async () => {
  const agent = simulateAgent({ seed: 5 });
  agent.probe.setPace("quick");
  await agent.clock.advance(minute);
  agent.pays("approved");
  await agent.clock.advance(14 * minute);
  assert.is(visits(agent.climbs).length, 3);
  agent.pays("timeout");
  await agent.clock.advance(minute);
  assert.is(visits(agent.climbs).length, 6);
  await agent.end();
});

test("while a payment runs nothing is sent, and what was due is made up for as soon as it is over", async () => {
  const agent = simulateAgent({ seed: 6 });
  agent.probe.see([reading("txn.running", true, agent.clock.monoMs())]);
  agent.probe.setPace("quick");
  await agent.clock.advance(2 * minute);
  assert.equal(agent.climbs, []);
  agent.probe.see([reading("txn.running", false, agent.clock.monoMs())]);
  await agent.clock.advance(second);
  assert.is(visits(agent.climbs).length, 1);
  await agent.end();
});

test("an application that died in a payment does not keep the agent blind", async () => {
  const agent = simulateAgent({ seed: 7 });
  agent.probe.see([reading("txn.running", true, agent.clock.monoMs())]);
  agent.probe.setPace("quick");
  await agent.clock.advance(5 * minute);
  assert.ok(visits(agent.climbs).length >= 3);
  await agent.end();
});

test("without a cable no look is wasted; when it is back the three are made", async () => {
  const agent = simulateAgent({ seed: 8 });
  agent.probe.see([reading("lan.link_carrier", "down", agent.clock.monoMs())]);
  agent.probe.setPace("quick");
  await agent.clock.advance(10 * minute);
  assert.equal(agent.climbs, []);
  agent.probe.see([reading("lan.link_carrier", "up", agent.clock.monoMs())]);
  await agent.clock.advance(minute);
  assert.is(visits(agent.climbs).length, 3);
  await agent.end();
});

test("while hosts are to be left alone none is visited, and afterwards not by all at once", async () => {
  const agent = simulateAgent({ seed: 9 });
  agent.probe.hold(hour);
  agent.probe.setPace("quick");
  await agent.clock.advance(hour);
  assert.is(visits(agent.climbs).length, 0);
  assert.ok(climbed(agent).includes("name"));
  assert.is(agent.probe.status().refused?.why, "hold");
  await agent.clock.advance(hour);
  assert.ok(visits(agent.climbs).length >= 1);
  await agent.end();
});

test("a person who asks gets the whole ladder at once, with one echo, and not again a moment later", async () => {
  const agent = simulateAgent({ seed: 10, level: 4, has: all, isUp: () => true });
  await agent.clock.advance(second);
  await agent.clock.settle(agent.probe.lookNow());
  // The handshake stands for the connection.
  const once = all.filter((rung) => rung !== "host");
  assert.equal(climbed(agent).toSorted(), once.toSorted());
  assert.is(climbed(agent).at(-1), "echo");
  await agent.clock.settle(agent.probe.lookNow());
  assert.is(visits(agent.climbs).length, 4);
  assert.is(agent.probe.status().refused?.why, "too_soon");
  await agent.end();
});

test("single rungs are climbed on request within the same budgets, and what is refused is told", async () => {
  const agent = simulateAgent({ seed: 12, level: 2, has: all, isUp: () => true });
  await agent.clock.advance(second);
  const climb = async (...wanted: readonly RungId[]) => agent.clock.settle(agent.probe.climb(wanted));
  const [host, tls] = await climb("host", "tls");
  assert.is(host?.readings?.[0]?.signal, "net.tcp_host");
  assert.is(tls?.refusal, "level");
  assert.equal(climbed(agent), ["host"]);
  assert.equal(await climb("host"), [{ refusal: "too_soon" }]);
  agent.probe.see([reading("txn.running", true, agent.clock.monoMs())]);
  assert.equal(await climb("gateway"), [{ refusal: "payment" }]);
  await agent.end();
  assert.equal(await agent.probe.climb(["host"]), []);
});

test("who asks when the agent is at its end is not kept waiting", async () => {
  const agent = simulateAgent({ seed: 11 });
  await agent.end();
  await agent.probe.lookNow();
  assert.equal(agent.climbs, []);
});

test.run();
