import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryFile, recall } from "../../src/agent/recall.ts";
import { silentLog } from "../../src/base/log.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { Reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";
import { iccid, imei } from "../memory/bench.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("the agent's memory");

function configured(groups: Readonly<Record<string, unknown>>) {
  const least = {
    terminal: { tenant: "acme", serial: "PX7-00042" },
    modem: { port: "/dev/ttyUSB2" },
    acquirer: { host: "host.example", port: 5500 },
    uplink: { url: "mqtt://h" },
  };
  const loaded = loadConfig(JSON.stringify({ ...least, ...groups }));
  if (loaded.kind !== "config") throw new Error(JSON.stringify(loaded.problems));
  return loaded.config;
}

test("its file lies beside the outbox, or where the configuration says", () => {
  assert.is(memoryFile(configured({})), "/var/lib/posdiag/memory.json");
  assert.is(memoryFile(configured({ outbox: { dir: "/data/pos/outbox" } })), "/data/pos/memory.json");
  assert.is(memoryFile(configured({ memory: { file: "/data/m.json" } })), "/data/m.json");
});

test("a swap between two runs of the agent reaches those who diagnose, and no identity reaches the disk", async () => {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-recall-"));
  const config = configured({ outbox: { dir: join(folder, "outbox") } });
  const seen: Reading[] = [];
  const parts = {
    probes: { source: { fromMemory: (readings: readonly Reading[]) => void seen.push(...readings) } },
    uplink: { status: () => ({ state: "off" }) as const },
  };
  for (const card of [iccid.own, iccid.other]) {
    const clock = new VirtualClock();
    const stop = new AbortController();
    const memory = await recall({ config, clock, log: silentLog }, () => parts);
    memory.note({ kind: "sim", state: "ready" }, 0);
    memory.note({ kind: "identity", imei: imei.own, iccid: card }, 0);
    stop.abort();
    await memory.run(stop.signal);
  }
  const told = seen.filter(({ signal }) => signal === "sim.iccid_changed").map(({ value }) => value);
  assert.equal(told, [false, true]);
  assert.not.match(readFileSync(join(folder, "memory.json"), "utf8"), /\d{12}/);
  rmSync(folder, { recursive: true });
});

test.run();
