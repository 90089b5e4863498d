/** What a shop can have beside the usual: a second way by the mobile network, and IPv6. */
import { type Lab, openLab } from "../../../hw-sim/lab/lab.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { openWebsite, ping, run, type Website } from "./shop-terminal.ts";

const needs = ["namespaces", "ip", "nft", "setpriv", "ping", "curl"];
const mobile = suite("a second way by the mobile network", { timeoutMs: 15_000, needs });
let lab: Lab;
let site: Website;
const by = async (...words: readonly string[]) => {
  const url = `http://${lab.addresses.host}:${site.port}/`;
  return (await run(lab, "curl", "-s", "-m", "1", "-w", " %{time_total}", ...words, url)).text;
};

mobile.before(async () => {
  lab = await openLab({ seed: 3, uplink: "eth", mobile: true });
  site = await openWebsite(lab.world(lab.addresses.host));
});
mobile.after(async () => {
  site.close();
  await lab.close();
});

mobile("carries what asks for it, while the shop's own way is preferred", async () => {
  assert.match(await by("--interface", "wwan0"), /^xx /);
  const { text } = await run(lab, "ip", "route", "get", lab.addresses.host);
  assert.match(text, "via 192.168.8.1 dev eth0");
});
mobile("works on when the provider's line is cut", async () => {
  await lab.set({ wan: "cut" });
  assert.not.match(await by(), /^xx/);
  assert.match(await by("--interface", "wwan0"), /^xx /);
  await lab.set({ wan: "ok" });
});
mobile("is as poor as it is told, and the shop's line is not", async () => {
  await lab.set({ mobile: { delayMs: 150, jitterMs: 0, loss: 0, kbps: 0 } });
  // There and back at least twice: once to connect, once to ask.
  assert.ok(Number((await by("--interface", "wwan0")).split(" ")[1]) >= 0.59);
  assert.ok((await ping(lab, lab.addresses.host)).quickestMs < 290);
});
mobile("without a bearer its interface is down, and the shop's way is not", async () => {
  await lab.set({ mobile: "cut" });
  assert.is((await run(lab, "cat", `${lab.root}/sys/class/net/wwan0/carrier`)).text, "0\n");
  assert.not.match(await by("--interface", "wwan0"), /^xx/);
  assert.match(await by(), /^xx /);
});
mobile.run();

const six = suite("IPv6", { timeoutMs: 15_000, needs });
six("goes from the terminal to the world and to its names, until route or line are gone", async () => {
  const names = { "host.acquirer.test": ["203.0.113.10", "2001:db8:113::10"] };
  lab = await openLab({ seed: 4, uplink: "eth", ipv6: true, names });
  const { host6, gateway6, dns } = lab.addresses;
  const reached = async (address: string) => (await ping(lab, address, 2)).answered;
  assert.is(await reached(host6), 2);
  const script = `const { Resolver } = require("dns").promises; const resolver = new Resolver();
    resolver.setServers(["${dns}"]); resolver.resolve6("host.acquirer.test").then((all) => console.log(all.join()));`;
  assert.is((await run(lab, process.execPath, "-e", script)).text.trim(), host6);
  await lab.set({ route: "none" });
  assert.equal([await reached(host6), await reached(gateway6)], [0, 2]);
  await lab.set({ route: "ok", cable: "out" });
  assert.is(await reached(gateway6), 0);
  await lab.set({ cable: "in" });
  while ((await reached(host6)) < 2); // the kernel takes up to a second to send by a link that is back
  await lab.set({ wan: "cut" });
  assert.equal([await reached(host6), await reached(gateway6)], [0, 2]);
  await lab.close();
});
six.run();
