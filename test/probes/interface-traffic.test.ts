import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterfaceTraffic, type InterfaceTraffic, looksLikeModem } from "../../src/probes/interface-traffic.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("probes/interface-traffic");

let root = "";

test.before.each(() => {
  root = mkdtempSync(join(tmpdir(), "posdiag-sys-"));
});

test.after.each(() => rmSync(root, { recursive: true, force: true }));

/** As the kernel writes it: a number and a line feed. */
function give(name: string, index: string, [sent, received]: readonly [number | string, number | string]): void {
  const folder = join(root, "sys", "class", "net", name);
  mkdirSync(join(folder, "statistics"), { recursive: true });
  writeFileSync(join(folder, "ifindex"), `${index}\n`);
  writeFileSync(join(folder, "statistics", "tx_bytes"), `${sent}\n`);
  writeFileSync(join(folder, "statistics", "rx_bytes"), `${received}\n`);
}

/** What one look finds. */
async function look(name?: string): Promise<readonly InterfaceTraffic[]> {
  const found: InterfaceTraffic[] = [];
  const clock = new VirtualClock();
  const stop = new AbortController();
  const probe = createInterfaceTraffic({ root, name, clock, onTraffic: (traffic) => void found.push(traffic) });
  const running = probe.run(stop.signal);
  while (clock.sleeping === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  stop.abort();
  await running;
  return found;
}

test("the busiest interface of a modem is counted, whatever else there is", async () => {
  give("lo", "1", [9e9, 9e9]);
  give("wlan0", "2", [8e9, 8e9]);
  give("wwan0", "3", [1_500, 2_500]);
  give("usb0", "4", [0, 0]);
  assert.equal(await look(), [
    { name: "wwan0", index: 3, sentBytes: 1_500, receivedBytes: 2_500, isWayOut: undefined },
  ]);
});

test("the one that is configured is counted, though it has another name", async () => {
  give("wwan0", "3", [1_500, 2_500]);
  give("eth1", "5", [7, 8]);
  assert.equal(await look("eth1"), [{ name: "eth1", index: 5, sentBytes: 7, receivedBytes: 8, isWayOut: undefined }]);
});

test("whether it is the way out, by the default route", async () => {
  give("wwan0", "3", [1, 1]);
  mkdirSync(join(root, "proc", "net"), { recursive: true });
  const route = (name: string) =>
    writeFileSync(
      join(root, "proc", "net", "route"),
      `${name}\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n`,
    );
  route("wlan0");
  assert.equal(
    (await look()).map(({ isWayOut }) => isWayOut),
    [false],
  );
  route("wwan0");
  assert.equal(
    (await look()).map(({ isWayOut }) => isWayOut),
    [true],
  );
});

test("no interface, no sysfs, and files that hold no number are nothing", async () => {
  assert.equal(await look(), []);
  assert.equal(await look("wwan0"), []);
  give("wwan0", "3", ["", 2_500]);
  give("ppp0", "x", [1, 1]);
  assert.equal(await look(), []);
});

test("modems' names are known, and those of others are not", () => {
  const modems = ["wwan0", "wwp0s20u4i4", "wwx0280379295ec", "ppp0", "usb0", "rmnet_data0", "ccmni0", "seth_lte0"];
  assert.equal(modems.filter(looksLikeModem), modems);
  assert.equal(["lo", "eth0", "wlan0", "docker0", "tun0", "br-lan", "wg0"].filter(looksLikeModem), []);
});

test.run();
