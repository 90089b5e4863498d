/** A shop where dnsmasq gives addresses and udhcpc asks for one. */
import { type Lab, openLab } from "../../../hw-sim/lab/lab.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { ping, run } from "./shop-terminal.ts";

const needs = ["namespaces", "ip", "nft", "setpriv", "ping", "dnsmasq", "udhcpc"];
const test = suite("a shop with DHCP", { timeoutMs: 15_000, needs });
let lab: Lab;
const says = async (...words: readonly string[]) => (await run(lab, ...words)).text.trim();
const address = () => says("ip", "-4", "-br", "addr", "show", "dev", "eth0");

test.before(async () => {
  lab = await openLab({ seed: 5, uplink: "eth", addressing: "dhcp" });
});
test.after(() => lab.close());

test("a lease brings the address and the way out", async () => {
  assert.match(await address(), `${lab.addresses.terminal}/24`);
  assert.match(await says("ip", "route"), "default via 192.168.8.1 dev eth0");
  assert.is((await ping(lab, lab.addresses.reference)).answered, 3);
});
test("a server that is silent: no address, no route, and the carrier stays", async () => {
  await lab.set({ dhcp: "silent" });
  assert.not.match(await address(), "192.168.8");
  assert.is(await says("ip", "-4", "route"), "");
  assert.is(await says("cat", "/sys/class/net/eth0/carrier"), "1");
});
test("what cannot be entered without an address waits for the lease", async () => {
  await lab.set({ route: "astray" });
  await lab.set({ dhcp: "ok" });
  assert.match(await address(), `${lab.addresses.terminal}/24`);
  assert.match(await says("ip", "route"), "default via 192.168.8.77 dev eth0");
  await lab.set({ route: "ok" });
  assert.is((await ping(lab, lab.addresses.reference)).answered, 3);
});
test.run();
