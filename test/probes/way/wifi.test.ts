import type { Link } from "../../../src/probes/way/links.ts";
import type { RunTool, ToolAnswer } from "../../../src/probes/way/tool.ts";
import { authIn, createWifi, levelIn } from "../../../src/probes/way/wifi.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";
import { createTree, type SystemTree } from "./system-tree.ts";
import { valuesOf } from "./values.ts";

const test = suite("Wi-Fi");

let tree: SystemTree;
let clock: VirtualClock;
test.before.each(() => {
  tree = createTree();
  clock = new VirtualClock();
});
test.after.each(() => tree.remove());

const wireless = (level: string): string =>
  [
    "Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE",
    " face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22",
    ` wlan0: 0000   54.  ${level}  -256        0      0      0      0      0        0`,
    "",
  ].join("\n");

/** wpa_cli 2.10: with a network that is taken, and with one whose key is wrong. */
const joined = "bssid=02:00:00:00:03:00\nfreq=2437\nssid=shop\nid=0\nwpa_state=COMPLETED\nip_address=192.168.1.50\n";
const trying = "wpa_state=SCANNING\naddress=02:00:00:00:00:00\n";
const list = (flags: string): string => `network id / ssid / bssid / flags\n0\tshop\tany\t${flags}\n`;
const poll = "RSSI=-71\nLINKSPEED=65\nNOISE=9999\nFREQUENCY=2437\n";

const link: Link = {
  ...{ name: "wlan0", kind: "wifi", index: 3, isOn: true, carrier: true, isReady: true, downs: 0, isPhysical: true },
};
const off: Link = { ...link, carrier: false, isReady: false };

function supplicant(texts: Readonly<Record<string, string>>, asked: string[] = []): RunTool {
  return async (program, args): Promise<ToolAnswer> => {
    asked.push([program, ...args].join(" "));
    const text = texts[args.at(-1) ?? ""];
    return text === undefined ? { kind: "done", code: 255, text: "" } : { kind: "done", code: 0, text };
  };
}

const wifi = (run: RunTool, controlFolder?: string) => createWifi({ root: tree.root, run, clock, controlFolder });

test("the level is in dBm, or 256 above it with old drivers, or of no unit", () => {
  assert.equal(
    ["-56.", "200.", "192", "80.", "63.", "40.", "0."].map((each) => levelIn(wireless(each), "wlan0")),
    [-56, -56, -64, undefined, undefined, undefined, undefined],
  );
  assert.is(levelIn(wireless("-56."), "wlan1"), undefined);
  assert.is(levelIn("", "wlan0"), undefined);
});

test("a key is refused when its network is set aside and nothing is joined", () => {
  assert.is(authIn(joined, list("[CURRENT]")), "ok");
  assert.is(authIn(trying, list("[TEMP-DISABLED]")), "failed");
  assert.is(authIn(joined, `${list("[CURRENT]")}1\told\tany\t[TEMP-DISABLED]\n`), "ok");
  assert.is(authIn(trying, list("[DISABLED]")), undefined);
});

test("without the kernel's table the supplicant tells the level, and only while the link stands", async () => {
  const run = supplicant({ status: joined, list_networks: list("[CURRENT]"), signal_poll: poll });
  assert.equal(valuesOf(await wifi(run).look(link, true)), { "lan.wifi_rssi_dbm": -71, "lan.wifi_auth": "ok" });
  assert.equal(valuesOf(await wifi(run).look(off, true)), { "lan.wifi_rssi_dbm": "absent", "lan.wifi_auth": "ok" });
  tree.write("proc/net/wireless", wireless("-56."));
  assert.is(valuesOf(await wifi(run).look(link, true))["lan.wifi_rssi_dbm"], -56);
});

test("while nothing is wrong no program is started; while something is, every fifteen seconds", async () => {
  const asked: string[] = [];
  const probe = wifi(supplicant({ status: trying, list_networks: list("[CURRENT]") }, asked), "/run/wpa");
  await probe.look(link, false);
  assert.equal(asked, []);
  await probe.look(off, true);
  await clock.advance(14_999);
  await probe.look(off, true);
  assert.equal(asked, ["wpa_cli -p /run/wpa -i wlan0 status", "wpa_cli -p /run/wpa -i wlan0 list_networks"]);
  await clock.advance(1);
  await probe.look(off, true);
  assert.is(asked.length, 4);
});

test("a refusal is asked after until it is over, and then forgotten", async () => {
  const texts: Record<string, string> = { status: trying, list_networks: list("[TEMP-DISABLED]") };
  const probe = wifi(supplicant(texts));
  assert.is(valuesOf(await probe.look(off, true))["lan.wifi_auth"], "failed");
  Object.assign(texts, { status: joined, list_networks: list("[CURRENT]") });
  await clock.advance(15_000);
  assert.is(valuesOf(await probe.look(link, false))["lan.wifi_auth"], "ok");
  await clock.advance(15_000);
  assert.is(valuesOf(await probe.look(link, false))["lan.wifi_auth"], "absent");
});

test("without a supplicant, or with one that does not answer, nothing is known", async () => {
  const nothing = { "lan.wifi_rssi_dbm": "absent", "lan.wifi_auth": "absent" };
  const answers = [{ kind: "missing" }, { kind: "timeout" }, { kind: "done", code: 255, text: "" }] as const;
  for (const answer of answers) {
    assert.equal(valuesOf(await wifi(async () => answer).look(off, true)), nothing);
  }
});

test.run();
