import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCapabilities } from "../../src/agent/capabilities.ts";
import type { Config } from "../../src/config/config.ts";
import { loadConfig } from "../../src/config/load.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what a terminal has");

let root: string;
test.before.each(() => {
  root = mkdtempSync(join(tmpdir(), "posdiag-root-"));
});
test.after.each(() => rmSync(root, { recursive: true }));

function lay(name: string, ...folders: readonly string[]): void {
  const folder = join(root, "sys/class/net", name);
  for (const each of ["", ...folders]) mkdirSync(join(folder, each), { recursive: true });
  for (const [file, text] of [
    ["ifindex", "2"],
    ["type", "1"],
    ["flags", "0x1003"],
    ["carrier", "0"],
  ] as const)
    writeFileSync(join(folder, file), `${text}\n`);
}

function config(modem: object, terminal: object = {}): Config {
  const loaded = loadConfig(
    JSON.stringify({
      terminal: { tenant: "acme", serial: "PX7-00042", ...terminal },
      acquirer: { host: "192.0.2.1", port: 5500 },
      uplink: { url: "mqtt://192.0.2.2" },
      system: { root },
      modem,
    }),
  );
  if (loaded.kind !== "config") throw new Error(JSON.stringify(loaded.problems));
  return loaded.config;
}

const has = async (modem: object, terminal: object = {}) =>
  [...(await readCapabilities(config(modem, terminal)))].toSorted();

test("a modem, where one is configured, whoever tells of it", async () => {
  assert.equal(await has({ port: "auto" }), ["cellular", "printer"]);
  assert.equal(await has({ source: "app" }), ["cellular", "printer"]);
  assert.equal(await has({ source: "none" }), ["printer"]);
});

test("a socket for a cable and a radio, also without a cable, and no interface made of software", async () => {
  lay("eth0", "device");
  lay("docker0");
  assert.equal(await has({ source: "none" }), ["ethernet", "lan", "printer"]);
  lay("wlan0", "device", "wireless");
  assert.equal(await has({ port: "auto" }), ["cellular", "ethernet", "lan", "printer", "wifi"]);
});

test("a telephone line only where that is said, and no printer where that is", async () => {
  assert.equal(await has({ source: "none" }, { dial_up: true, printer: false }), ["dial_up"]);
});

test.run();
