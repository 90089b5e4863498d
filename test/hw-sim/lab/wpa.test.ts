/** A shop with Wi-Fi: what Debian's own wpa_cli, the kernel's table and the air say of it. */
import { spawn } from "node:child_process";
import { type Lab, openLab } from "../../../hw-sim/lab/lab.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { ping, run } from "./shop-terminal.ts";

const needs = ["namespaces", "ip", "nft", "setpriv", "ping", "wpa_cli"];
const test = suite("a shop with Wi-Fi", { timeoutMs: 15_000, needs });
let lab: Lab;
const wpa = async (...words: readonly string[]) => (await run(lab, "wpa_cli", "-p", lab.wpa, ...words)).text;
const table = async () => (await run(lab, "cat", `${lab.root}/proc/net/wireless`)).text;
const weak = { rssi_dbm: -86, auth: "ok" } as const;

test.before(async () => {
  lab = await openLab({ seed: 9, uplink: "wifi" });
});
test.after(() => lab.close());

test("joined: wpa_cli knows network, state and level", async () => {
  assert.match(await wpa("-i", "wlan0", "status"), /^ssid=shop-wifi\n(?:.*\n)*wpa_state=COMPLETED$/m);
  assert.match(await wpa("-i", "wlan0", "signal_poll"), /^RSSI=-52$/m);
  assert.match(await wpa("-i", "wlan0", "list_networks"), /^0\tshop-wifi\tany\t\[CURRENT\]$/m);
  assert.is(await wpa("-i", "wlan0", "ping"), "PONG\n");
});
test("wpa_cli finds the interface by itself", async () => {
  assert.match(await wpa("status"), /^Selected interface 'wlan0'\n/);
});
test("what it does not know it says, as the original does", async () => {
  assert.is(await wpa("-i", "wlan0", "raw", "DANCE"), "UNKNOWN COMMAND\n");
});
test("looks like a radio: its folder in sysfs, and the kernel's table", async () => {
  assert.is((await run(lab, "ls", "-d", `${lab.root}/sys/class/net/wlan0/wireless`)).code, 0);
  assert.match(await table(), " wlan0: 0000   58.  -52.  -256 ");
  assert.is((await ping(lab, lab.addresses.gateway)).answered, 3);
});
test("a weak one says so in both places, and loses frames", async () => {
  await lab.set({ wifi: weak });
  assert.match(await wpa("-i", "wlan0", "signal_poll"), /^RSSI=-86$/m);
  assert.match(await table(), "  -86.  ");
  // Every third frame, as the kernel counts.
  const { answered } = await ping(lab, lab.addresses.gateway, 30);
  assert.ok(answered >= 18 && answered <= 22, `${answered} of 30`);
});
test("the wrong key: no carrier, the network is shelved, and who is attached hears it", async () => {
  await lab.set({ wifi: { rssi_dbm: -52, auth: "ok" } });
  const listener = spawn("wpa_cli", ["-p", lab.wpa, "-i", "wlan0"], { stdio: ["pipe", "pipe", "ignore"] });
  let heard = "";
  listener.stdout.on("data", (chunk) => (heard += chunk));
  const hear = async (what: string) => {
    while (!heard.includes(what)) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await hear("Interactive mode");
  while (!/> ?$/.test(heard)) await new Promise((resolve) => setTimeout(resolve, 20));
  await lab.set({ wifi: { rssi_dbm: -52, auth: "wrong_key" } });
  await hear('CTRL-EVENT-SSID-TEMP-DISABLED id=0 ssid="shop-wifi" auth_failures=1 duration=10 reason=WRONG_KEY');
  assert.is((await run(lab, "cat", "/sys/class/net/wlan0/carrier")).text, "0\n");
  assert.match(await wpa("-i", "wlan0", "status"), /^wpa_state=DISCONNECTED$/m);
  assert.match(await wpa("-i", "wlan0", "list_networks"), /^0\tshop-wifi\tany\t\[TEMP-DISABLED\]$/m);
  assert.is(await wpa("-i", "wlan0", "signal_poll"), "FAIL\n");
  assert.match(await table(), " wlan0: 0000    0     0     0 ");
  await lab.set({ wifi: { rssi_dbm: -60, auth: "ok" } });
  await hear("CTRL-EVENT-CONNECTED - Connection to 02:00:00:00:08:01 completed");
  assert.is((await ping(lab, lab.addresses.gateway)).answered, 3);
  listener.stdin.end("quit\n");
  await new Promise((resolve) => listener.once("close", resolve));
});
test.run();
