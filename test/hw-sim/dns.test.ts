/** The name server's modes as Node's own resolver sees them. */
import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { createDnsServer, type DnsServer } from "../../hw-sim/dns.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("name server");
let dns: DnsServer;
let lost = false;
const moved = { sent: 0, received: 0 };

async function ask(name: string): Promise<string> {
  const resolver = new Resolver({ timeout: 80, tries: 1 });
  resolver.setServers([dns.address]);
  try {
    return (await resolver.resolve4(name)).join(" ");
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "?";
  }
}

test.before.each(async () => {
  lost = false;
  dns = await createDnsServer({
    names: ["host.acquirer.test", "reference.test"],
    delayMs: () => (lost ? undefined : 0),
    moved: (way, bytes) => {
      moved[way] += bytes;
    },
  });
});
test.after.each(() => dns.close());

test("knows its names in either case, and no others", async () => {
  assert.is(await ask("host.acquirer.test"), "127.0.0.1");
  assert.is(await ask("Reference.TEST"), "127.0.0.1");
  assert.is(await ask("example.com"), "ENOTFOUND");
});
for (const [mode, code] of [
  ["silent", "ETIMEOUT"],
  ["nxdomain", "ENOTFOUND"],
  ["servfail", "ESERVFAIL"],
] as const) {
  test(`${mode} is ${code} to a resolver, and ok brings it back`, async () => {
    dns.setMode(mode);
    assert.is(await ask("host.acquirer.test"), code);
    dns.setMode("ok");
    assert.is(await ask("host.acquirer.test"), "127.0.0.1");
  });
}
test("has no IPv6 address, without denying the name", async () => {
  const resolver = new Resolver({ timeout: 80, tries: 1 });
  resolver.setServers([dns.address]);
  const code = await resolver.resolve6("host.acquirer.test").catch((error: NodeJS.ErrnoException) => error.code);
  assert.is(code, "ENODATA");
});
test("names may have addresses of their own, of both families", async () => {
  const own = await createDnsServer({
    names: { "Host.test": ["203.0.113.10", "2001:db8::10"], "six.test": "2001:db8::6" },
  });
  const resolver = new Resolver({ timeout: 80, tries: 1 });
  resolver.setServers([own.address]);
  assert.equal(await resolver.resolve4("host.test"), ["203.0.113.10"]);
  assert.equal(await resolver.resolve6("host.test"), ["2001:db8::10"]);
  const code = await resolver.resolve4("six.test").catch((error: NodeJS.ErrnoException) => error.code);
  assert.is(code, "ENODATA");
  await own.close();
});
test("one that lies has one address for everything, also for what does not exist", async () => {
  dns.setMode("lies");
  assert.is(await ask("host.acquirer.test"), "192.0.2.66");
  assert.is(await ask("example.com"), "192.0.2.66");
  dns.setMode("ok");
  assert.is(await ask("host.acquirer.test"), "127.0.0.1");
});
test("a packet the path loses gets no answer, but was sent", async () => {
  lost = true;
  const before = { ...moved };
  assert.is(await ask("host.acquirer.test"), "ETIMEOUT");
  assert.ok(moved.sent > before.sent);
  assert.is(moved.received, before.received);
});
test("rubbish is not answered and harms nothing", async () => {
  const socket = createSocket("udp4");
  const port = Number(dns.address.split(":")[1]);
  for (const bytes of ["", "x", "\u0000".repeat(12), "\u00ff".repeat(600)]) {
    await new Promise((resolve) => socket.send(Buffer.from(bytes, "latin1"), port, "127.0.0.1", resolve));
  }
  assert.is(await ask("host.acquirer.test"), "127.0.0.1");
  socket.close();
});
test.run();
