import { createDnsServer, type DnsServer } from "../../hw-sim/dns.ts";
import { createHost, type Host } from "../../hw-sim/host.ts";
import { systemClock } from "../../src/base/clock.ts";
import type { Reading } from "../../src/model/reading.ts";
import { createPath, type Path, type PathOptions } from "../../src/probes/path.ts";
import { type RungId, rungs } from "../../src/probes/rungs.ts";
import type { Way } from "../../src/probes/way/way.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the rungs of the way to the host, on real sockets", { timeoutMs: 10_000 });

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

const eth: Way = { name: "eth0", kind: "ethernet", gateway: "192.0.2.1", others: [] };

const make = (change: Partial<PathOptions> = {}): Path =>
  createPath({
    host: "host.acquirer.test",
    port: host.port,
    reference: { host: "127.0.0.1", port: reference.port },
    servers: [dns.address],
    alternativeServers: [alternative.address],
    connectTimeoutMs: 400,
    root: "/",
    run: async () => ({ kind: "missing" }),
    way: () => undefined,
    clock: systemClock,
    ...change,
  });

const values = (readings: readonly Reading[] = []) =>
  Object.fromEntries(readings.map(({ signal, value, quality }) => [signal, value ?? quality]));
const climb = async (path: Path, rung: RungId) => values(await path.errand(rung)?.());

test("a healthy path resolves, connects and times the connection", async () => {
  const path = make();
  assert.equal(await climb(path, "name"), { "net.dns_resolve": "ok", "net.dns_agrees": "absent" });
  assert.is(path.isNameKnown(), true);
  const visit = await climb(path, "host");
  assert.is(visit["net.tcp_host"], "ok");
  assert.type(visit["net.tcp_host_ms"], "number");
  assert.equal(await climb(path, "outside"), { "net.internet_probe": "ok" });
});

for (const [mode, said] of [
  ["nxdomain", "nxdomain"],
  ["servfail", "servfail"],
  ["silent", "timeout"],
] as const) {
  test(`a name server that is ${mode} is read as ${said}, and others can be asked`, async () => {
    dns.setMode(mode);
    const path = make();
    assert.equal(await climb(path, "name"), { "net.dns_resolve": said, "net.dns_agrees": "absent" });
    assert.is(path.isNameKnown(), false);
    assert.equal(await climb(path, "other_name"), { "net.dns_alt_resolve": "ok", "net.dns_agrees": "absent" });
  });
}

test("an address that name servers give is held against the one that is configured, and against other servers", async () => {
  const lied = make({ address: "192.0.2.10" });
  assert.equal(await climb(lied, "name"), { "net.dns_resolve": "ok", "net.dns_agrees": false });
  const path = make();
  await climb(path, "name");
  assert.equal(await climb(path, "other_name"), { "net.dns_alt_resolve": "ok", "net.dns_agrees": true });
});

for (const [mode, said] of [
  ["down", "refused"],
  ["blackhole", "timeout"],
  ["silent", "ok"],
] as const) {
  test(`a host that is ${mode} is read as ${said}, and so is its second address`, async () => {
    await host.setMode(mode);
    const path = make({ address: "127.0.0.1", alternate: { address: "127.0.0.1", port: host.port } });
    assert.is((await climb(path, "host"))["net.tcp_host"], said);
    assert.equal(await climb(path, "alternate"), { "net.tcp_host_alt": said });
  });
}

test("an independent host that is gone is a failed probe, and one whose name is not known says nothing", async () => {
  await reference.setMode("down");
  assert.equal(await climb(make(), "outside"), { "net.internet_probe": "fail" });
  const nameless = make({ reference: { host: "reference.test", port: 1 } });
  assert.equal(await climb(nameless, "outside"), { "net.internet_probe": "absent" });
});

test("when the name stops resolving the last known address is used; without one there is nothing to climb", async () => {
  const path = make();
  assert.is(path.errand("host"), undefined);
  await climb(path, "name");
  dns.setMode("nxdomain");
  await climb(path, "name");
  assert.is((await climb(path, "host"))["net.tcp_host"], "ok");
});

test("an address needs no name server, and that is said without asking anybody", () => {
  const path = make({ host: "127.0.0.1" });
  assert.equal(values(path.given()), { "net.dns_resolve": "not_used" });
  assert.equal([path.errand("name"), path.errand("other_name")], [undefined, undefined]);
  assert.ok(path.errand("host"));
});

test("on a private network nothing is asked of the Internet, and that is said", async () => {
  const path = make({ isPrivate: true });
  assert.equal(values(path.given()), { "net.internet_probe": "not_allowed" });
  assert.equal([path.errand("outside"), path.errand("quality")], [undefined, undefined]);
  assert.is((await climb(path, "name"))["net.dns_resolve"], "ok");
});

test("what this terminal has no use for cannot be climbed", () => {
  const bare = make({ alternativeServers: [], reference: undefined, address: "127.0.0.1" });
  const ids = Object.keys(rungs).filter((id): id is RungId => Object.hasOwn(rungs, id));
  assert.equal(
    ids.filter((id) => bare.errand(id)),
    ["name", "host", "host_ping"],
  );
  assert.ok(make({ way: () => eth }).errand("gateway"));
  assert.is(make({ way: () => ({ ...eth, kind: "cellular" }) }).errand("gateway"), undefined);
  assert.ok(make({ address: "127.0.0.1", way: () => ({ ...eth, others: ["wwan0"] }) }).errand("other_path"));
});

test.run();
