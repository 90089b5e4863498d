import { spawn } from "node:child_process";
import { type Lab, type LabOptions, type LabState, openLab } from "../../../hw-sim/lab/lab.ts";
import { createReference, type Reference } from "../../../hw-sim/reference.ts";
import { assert, suite } from "../../front-door/suite.ts";

const needs = ["ip", "nft", "ping", "curl", "dnsmasq", "udhcpc", "wpa_cli", "namespaces"];
const test = suite("a shop's network, with real packets", { timeoutMs: 20_000, needs });
const now = () => new Date("2026-11-22T10:00:00Z");

interface Ran {
  readonly code: number | null;
  readonly text: string;
}

/** An ordinary program, run on the terminal; the bench's own hosts answer meanwhile. */
function run(lab: Pick<Lab, "enter">, ...words: readonly string[]): Promise<Ran> {
  const [file = "", ...args] = [...lab.enter, ...words];
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
    child.once("close", (code) => resolve({ code, text }));
  });
}

interface Shop {
  readonly lab: Lab;
  readonly reference: Reference;
  readonly url: string;
}

async function inShop(options: Omit<LabOptions, "seed">, live: (shop: Shop) => Promise<void>): Promise<void> {
  const lab = await openLab({ seed: 3, names: { "host.acquirer.test": "203.0.113.10" }, ...options });
  const reference = await createReference({ name: "reference", now, place: lab.world(lab.addresses.reference) });
  try {
    await live({ lab, reference, url: `http://${lab.addresses.reference}:${reference.port}/generate_204` });
  } finally {
    await reference.close();
    await lab.close();
  }
}

const ping = async (lab: Lab, address: string, count = 1): Promise<Ran> =>
  run(lab, "ping", "-c", String(count), "-i", "0.1", "-W", "1", address);
const curl = (lab: Lab, ...words: readonly string[]) =>
  run(lab, "curl", "-s", "-m", "3", "-o", "/dev/null", "-w", "%{http_code} %{errormsg}", ...words);
const file = async (lab: Lab, path: string) => (await run(lab, "cat", `${lab.root}/${path}`)).text.trim();

test("a quiet shop reaches the world, and the kernel says so at the terminal", () =>
  inShop({ uplink: "eth" }, async ({ lab, url }) => {
    assert.is((await ping(lab, lab.addresses.gateway)).code, 0);
    assert.match((await curl(lab, url)).text, /^204/);
    assert.is(await file(lab, "sys/class/net/eth0/carrier"), "1");
    assert.match(await file(lab, "proc/net/route"), /^eth0\t00000000\t0108A8C0/m);
  }));

test("a pulled cable takes the carrier, a dead router only its answers", () =>
  inShop({ uplink: "eth" }, async ({ lab }) => {
    await lab.set({ router: "dead" });
    assert.is((await ping(lab, lab.addresses.gateway, 2)).code, 1);
    assert.is(await file(lab, "sys/class/net/eth0/operstate"), "up");
    assert.match(await file(lab, "proc/net/arp"), /192\.168\.8\.1 +0x1 +0x0/);
    await lab.set({ router: "ok" });
    assert.is((await ping(lab, lab.addresses.gateway, 3)).code, 0);
    await lab.set({ cable: "out" });
    assert.is(await file(lab, "sys/class/net/eth0/carrier"), "0");
    await lab.set({ cable: "in" });
    assert.is((await ping(lab, lab.addresses.host, 3)).code, 0);
  }));

const walls: readonly (readonly [LabState["firewall"], RegExp])[] = [
  ["drop", /time/i],
  ["reject", /no route to host|unreachable/i],
  ["reset", /refused|reset/i],
];

test("the router's wall stands before the acquirer only: swallowed, refused with ICMP, reset", () =>
  inShop({ uplink: "eth" }, async ({ lab, url }) => {
    for (const [firewall, said] of walls) {
      await lab.set({ firewall });
      const { text } = await curl(lab, "--connect-timeout", "1", `http://${lab.addresses.host}:5500/`);
      assert.match(text, said, `${firewall}: ${text}`);
      assert.match((await curl(lab, url)).text, /^204/);
      assert.is((await ping(lab, lab.addresses.host)).code, 0);
    }
  }));

test("a login page answers for the Internet", () =>
  inShop({ uplink: "eth" }, async ({ lab, url }) => {
    await lab.set({ portal: true });
    assert.match((await curl(lab, url)).text, /^302/);
    await lab.set({ portal: false });
    assert.match((await curl(lab, url)).text, /^204/);
  }));

test("a cut line, a long line, and a way round it by the mobile network", () =>
  inShop({ uplink: "eth", mobile: true }, async ({ lab, url }) => {
    await lab.set({ wan: { delayMs: 120, jitterMs: 0, loss: 0, kbps: 0 } });
    const [, mean = "0"] = /= [\d.]+\/([\d.]+)/.exec((await ping(lab, lab.addresses.host, 2)).text) ?? [];
    assert.ok(Number(mean) >= 240, mean);
    await lab.set({ wan: "cut" });
    assert.is((await ping(lab, lab.addresses.gateway)).code, 0);
    assert.is((await ping(lab, lab.addresses.host)).code, 1);
    assert.match((await curl(lab, "--interface", "if!wwan0", url)).text, /^204/);
  }));

test("addresses come from a real server, and without it there is none", () =>
  inShop({ uplink: "eth", addressing: "dhcp" }, async ({ lab }) => {
    assert.match((await run(lab, "ip", "-4", "addr", "show", "eth0")).text, /inet 192\.168\.8\.2\d\/24/);
    assert.is((await ping(lab, lab.addresses.host)).code, 0);
    await lab.set({ dhcp: "silent" });
    assert.not.match((await run(lab, "ip", "-4", "addr", "show", "eth0")).text, /inet /);
  }));

test("name servers answer, lie, or are silent", () =>
  inShop({ uplink: "eth" }, async ({ lab }) => {
    const script = (server: string) =>
      `const{Resolver}=require("node:dns").promises;const r=new Resolver({timeout:700,tries:1});r.setServers(["${server}"]);r.resolve4("host.acquirer.test").then(console.log,e=>console.log(e.code))`;
    const ask = async (server: string) => (await run(lab, process.execPath, "-e", script(server))).text;
    assert.match(await ask(lab.addresses.dns), "203.0.113.10");
    await lab.set({ dns: "lies" });
    assert.match(await ask(lab.addresses.dns), "192.0.2.66");
    assert.match(await ask(lab.addresses.dnsAlt), "203.0.113.10");
    await lab.set({ dns: "silent" });
    assert.match(await ask(lab.addresses.dns), "ETIMEOUT");
  }));

test("a weak Wi-Fi loses every third frame, and the genuine wpa_cli reads its supplicant", () =>
  inShop({ uplink: "wifi" }, async ({ lab }) => {
    const ask = async (what: string) => (await run({ enter: [] }, "wpa_cli", "-p", lab.wpa, "-i", "wlan0", what)).text;
    assert.match(await ask("status"), /^wpa_state=COMPLETED$/m);
    await lab.set({ wifi: { rssi_dbm: -86, auth: "ok" } });
    assert.match(await file(lab, "proc/net/wireless"), /wlan0: 0000 +24\. +-86\./);
    assert.match(await ask("signal_poll"), /^RSSI=-86$/m);
    assert.match(
      (await ping(lab, lab.addresses.gateway, 9)).text,
      / 3[3-9](?:\.\d+)?% packet loss| 44(?:\.\d+)?% packet loss/,
    );
    await lab.set({ wifi: { rssi_dbm: -50, auth: "wrong_key" } });
    assert.match(await ask("list_networks"), /\[TEMP-DISABLED\]/);
    assert.is(await file(lab, "sys/class/net/wlan0/carrier"), "0");
  }));

test("nothing is left when it closes", async () => {
  const lab = await openLab({ seed: 1, uplink: "eth", mobile: true });
  const name = lab.enter.at(-1) ?? "";
  assert.match((await run({ enter: [] }, "ip", "netns", "list")).text, name);
  await lab.close();
  assert.not.match((await run({ enter: [] }, "ip", "netns", "list")).text, name);
});

test.run();
