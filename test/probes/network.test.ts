import { createDnsServer, type DnsServer } from "../../hw-sim/dns.ts";
import { createHost, type Host } from "../../hw-sim/host.ts";
import { systemClock } from "../../src/base/clock.ts";
import { seededRandom } from "../../src/base/random.ts";
import type { Reading } from "../../src/model/reading.ts";
import { createNetworkProbe, type NetworkProbeOptions } from "../../src/probes/network.ts";
import { createPath } from "../../src/probes/path.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the way to the host, on real sockets", { timeoutMs: 10_000 });

let dns: DnsServer;
let alternative: DnsServer;
let host: Host;
let reference: Host;

test.before(async () => {
  const names = ["host.acquirer.test"];
  [dns, alternative] = await Promise.all([createDnsServer({ names }), createDnsServer({ names })]);
  [host, reference] = await Promise.all([createHost({ name: "host" }), createHost({ name: "reference" })]);
});
test.after(() => Promise.all([dns.close(), alternative.close(), host.close(), reference.close()]));
test.before.each(async () => {
  dns.setMode("ok");
  await Promise.all([host.setMode("up"), reference.setMode("up")]);
});

const pathOptions = () => ({
  host: "host.acquirer.test",
  port: host.port,
  address: undefined,
  reference: { host: "127.0.0.1", port: reference.port },
  servers: [dns.address],
  alternativeServers: [alternative.address],
  connectTimeoutMs: 400,
  clock: systemClock,
});

const values = (readings: readonly Reading[]) =>
  Object.fromEntries(readings.map(({ signal, value, quality }) => [signal, value ?? quality]));

test("a healthy path resolves, connects and times the connection", async () => {
  const path = createPath(pathOptions());
  const { answer, readings } = await path.lookUp();
  assert.equal(values(readings), { "net.dns_resolve": "ok" });
  const visit = values(await path.visitHost(answer));
  assert.is(visit["net.tcp_host"], "ok");
  assert.type(visit["net.tcp_host_ms"], "number");
  assert.equal(values(await path.visitReference()), { "net.internet_probe": "ok" });
});

for (const [mode, said] of [
  ["nxdomain", "nxdomain"],
  ["servfail", "servfail"],
  ["silent", "timeout"],
] as const) {
  test(`a name server that is ${mode} is read as ${said}, and the second one is asked`, async () => {
    dns.setMode(mode);
    const { readings } = await createPath(pathOptions()).lookUp();
    assert.equal(values(readings), { "net.dns_resolve": said, "net.dns_alt_resolve": "ok" });
  });
}

for (const [mode, said] of [
  ["down", "refused"],
  ["blackhole", "timeout"],
  ["silent", "ok"],
] as const) {
  test(`a host that is ${mode} is read as ${said}`, async () => {
    await host.setMode(mode);
    const visit = await createPath(pathOptions()).visitHost({ kind: "ok", address: "127.0.0.1" });
    assert.is(values(visit)["net.tcp_host"], said);
  });
}

test("an independent host that is gone is a failed probe", async () => {
  await reference.setMode("down");
  assert.equal(values(await createPath(pathOptions()).visitReference()), { "net.internet_probe": "fail" });
});

test("when the name stops resolving, the last known address is visited; without one the reading is absent", async () => {
  const path = createPath(pathOptions());
  assert.equal(values(await path.visitHost({ kind: "timeout" })), { "net.tcp_host": "absent" });
  await path.visitHost({ kind: "ok", address: "127.0.0.1" });
  assert.is(values(await path.visitHost({ kind: "timeout" }))["net.tcp_host"], "ok");
});

test("an address needs no name server", async () => {
  const { answer, readings } = await createPath({ ...pathOptions(), host: "127.0.0.1" }).lookUp();
  assert.equal(answer, { kind: "not_used", address: "127.0.0.1" });
  assert.equal(values(readings), { "net.dns_resolve": "not_used" });
});

/** Runs the probe until `enough`, and gives what it emitted. */
async function watch(
  change: Partial<NetworkProbeOptions>,
  steps: (probe: ReturnType<typeof createNetworkProbe>, seen: readonly Reading[]) => Promise<void>,
): Promise<readonly Reading[]> {
  const seen: Reading[] = [];
  const stop = new AbortController();
  const probe = createNetworkProbe({
    ...pathOptions(),
    periodMs: { slow: 20, quick: 20 },
    random: seededRandom(1),
    emit: (readings) => seen.push(...readings),
    ...change,
  });
  const running = probe.run(stop.signal);
  await steps(probe, seen);
  stop.abort();
  await running;
  return seen;
}

const pause = (ms: number) => systemClock.sleep(ms);
const visits = (seen: readonly Reading[]) => seen.filter(({ signal }) => signal === "net.tcp_host").length;

test("opens no connection while all is well, three after a failure, and then waits", async () => {
  const calm = await watch({}, async () => pause(200));
  assert.is(visits(calm), 0);
  assert.ok(calm.length >= 3);
  const alarmed = await watch({}, async (probe) => {
    probe.setPace("quick");
    await pause(400);
  });
  assert.is(visits(alarmed), 3);
});

test("sends nothing at all while a payment runs", async () => {
  const seen = await watch({}, async (probe, readings) => {
    probe.setPaymentRunning(true);
    await pause(50);
    const before = readings.length;
    probe.setPace("quick");
    await pause(150);
    assert.is(readings.length, before);
  });
  assert.is(visits(seen), 0);
});

test.run();
