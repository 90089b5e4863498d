/** A shop with a cable: each state of it as ordinary programs on the terminal see it. */
import { existsSync, readdirSync } from "node:fs";
import { type Lab, openLab } from "../../../hw-sim/lab/lab.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { knock, openWebsite, ping, run, type Website } from "./shop-terminal.ts";

const needs = ["namespaces", "ip", "nft", "setpriv", "ping", "curl"];
const test = suite("a shop with a cable", { timeoutMs: 15_000, needs });
let lab: Lab;
let host: Website;
const at = (): readonly [string, number] => [lab.addresses.host, host.port];
const says = async (...words: readonly string[]) => (await run(lab, ...words)).text.trim();

test.before(async () => {
  lab = await openLab({ seed: 7, uplink: "eth", names: { "host.acquirer.test": "203.0.113.10" } });
  host = await openWebsite(lab.world(lab.addresses.host));
});
test.after(async () => {
  host.close();
  const { root } = lab;
  await lab.close();
  assert.is(existsSync(root), false);
  const left = ["/run/netns", "/etc/netns"].flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
  assert.equal(
    left.filter((name) => name.startsWith(`pdlab${process.pid}n`)),
    [],
  );
});

test("all is well: gateway, world, host, and the host by its name", async () => {
  assert.is((await ping(lab, lab.addresses.gateway)).answered, 3);
  assert.is((await ping(lab, lab.addresses.reference)).answered, 3);
  assert.is(await knock(lab, at()), "open");
  assert.is(await says("curl", "-s", `http://host.acquirer.test:${host.port}/`), "xx");
});
test("nobody is behind the port that is not open, and says so", async () => {
  assert.is(await knock(lab, [lab.addresses.host, 9]), "ECONNREFUSED");
});
test("a pulled cable takes the carrier; back in, all is well at once", async () => {
  const carrier = () => says("cat", `${lab.root}/sys/class/net/eth0/carrier`);
  assert.is(await carrier(), "1");
  await lab.set({ cable: "out" });
  assert.is(await carrier(), "0");
  assert.match(await says("ip", "-br", "link", "show", "eth0"), "NO-CARRIER");
  await lab.set({ cable: "in" });
  assert.is(await carrier(), "1");
  assert.is((await ping(lab, lab.addresses.reference)).answered, 3);
});
test("a dead router keeps the carrier, and answers no ARP", async () => {
  await lab.set({ router: "dead" });
  await run(lab, "ip", "neigh", "flush", "dev", "eth0");
  assert.is((await ping(lab, lab.addresses.gateway, 2)).answered, 0);
  assert.is(await says("cat", "/sys/class/net/eth0/carrier"), "1");
  // What /proc/net/arp shows of a neighbour who does not answer: flags without ATF_COM, no address.
  assert.match(await says("cat", `${lab.root}/proc/net/arp`), /192\.168\.8\.1 +0x1 +0x0 +00:00:00:00:00:00/);
  await lab.set({ router: "ok" });
  await run(lab, "ip", "neigh", "flush", "dev", "eth0"); // instead of the second until the kernel asks again
  // The first may be lost while the router's address is asked for.
  assert.ok((await ping(lab, lab.addresses.reference)).answered >= 2);
});
test("without a default route nothing beyond the shop is reached, and the kernel says so", async () => {
  await lab.set({ route: "none" });
  assert.is(await knock(lab, at()), "ENETUNREACH");
  assert.is((await ping(lab, lab.addresses.gateway)).answered, 3);
});
test("a gateway mistyped: an address in the shop where nobody is", async () => {
  await lab.set({ route: "astray" });
  assert.match(await says("ip", "route"), "default via 192.168.8.77 dev eth0");
  assert.is((await ping(lab, lab.addresses.gateway)).answered, 3);
  assert.is((await ping(lab, lab.addresses.reference, 2)).answered, 0);
  await lab.set({ route: "ok" });
  assert.is(await knock(lab, at()), "open");
});
test("a line cut behind the router: the gateway answers, the world does not", async () => {
  await lab.set({ wan: "cut" });
  assert.is((await ping(lab, lab.addresses.gateway)).answered, 3);
  assert.is((await ping(lab, lab.addresses.reference, 2)).answered, 0);
  assert.is(await knock(lab, at()), "ETIMEDOUT");
  await lab.set({ wan: "ok" });
});
for (const [firewall, end] of [
  ["drop", "ETIMEDOUT"],
  ["reject", "EHOSTUNREACH"],
  ["reset", "ECONNREFUSED"],
] as const) {
  test(`a firewall that knows "${firewall}" stands before the host's ports alone`, async () => {
    await lab.set({ firewall });
    assert.is(await knock(lab, at()), end);
    assert.is((await ping(lab, lab.addresses.host)).answered, 3);
    assert.is(await knock(lab, [lab.addresses.reference, 9]), "ECONNREFUSED");
    await lab.set({ firewall: "open" });
    assert.is(await knock(lab, at()), "open");
  });
}
test("the terminal's own resolver asks the shop's name server, and hears what that says", async () => {
  const script = `require("dns").lookup("host.acquirer.test", (error, address) => console.log(error?.code ?? address));`;
  const lookup = () => says(process.execPath, "-e", script);
  assert.is(await lookup(), lab.addresses.host);
  await lab.set({ dns: "lies" });
  assert.is(await lookup(), "192.0.2.66");
  assert.is(await knock(lab, ["192.0.2.66", host.port]), "ETIMEDOUT");
  await lab.set({ dns: "nxdomain" });
  assert.is(await lookup(), "ENOTFOUND");
  await lab.set({ dns: "silent" });
  assert.is(await lookup(), "EAI_AGAIN");
  await lab.set({ dns: "ok" });
});
test("each name server is as well as it is told, for itself", async () => {
  const ask = (server: string) => {
    const script = `const resolver = new (require("dns").promises.Resolver)({ timeout: 300, tries: 1 });
      resolver.setServers(["${server}"]);
      resolver.resolve4("host.acquirer.test").then((all) => console.log(all.join()), (error) => console.log(error.code));`;
    return says(process.execPath, "-e", script);
  };
  await lab.set({ dns: "silent", dns_alt: "servfail" });
  const { dns, dnsAlt } = lab.addresses;
  assert.equal(await Promise.all([ask(dns), ask(dnsAlt)]), ["ETIMEOUT", "ESERVFAIL"]);
  await lab.set({ dns: "ok", dns_alt: "ok" });
  assert.equal(await Promise.all([ask(dns), ask(dnsAlt)]), [lab.addresses.host, lab.addresses.host]);
});
test("changes wait for one another, and a refused one stops none", async () => {
  await Promise.all([lab.set({ wan: "cut" }), lab.set({ route: "none" }), lab.set({ wan: "ok", route: "ok" })]);
  assert.equal([lab.state().wan, lab.state().route], ["ok", "ok"]);
  assert.is(await knock(lab, at()), "open");
});
test.run();

const several = suite("shops side by side", { timeoutMs: 15_000, needs });
several("know nothing of each other", async () => {
  const labs = await Promise.all([1, 2, 3].map((seed) => openLab({ seed, uplink: "eth" })));
  const [first] = labs;
  await first?.set({ cable: "out" });
  const answers = await Promise.all(labs.map(async (each) => (await ping(each, each.addresses.reference, 2)).answered));
  assert.equal(answers, [0, 2, 2]);
  await Promise.all(labs.map((each) => each.close()));
});
several.run();
