import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLastResort, type LastResort } from "../../src/agent/last-resort.ts";
import { loadConfig } from "../../src/config/load.ts";
import { formatKeyFile } from "../../src/last-resort/key-file.ts";
import { type Heard, hear } from "../../src/last-resort/reading.ts";
import type { Diagnosis, Verdict } from "../../src/model/case.ts";
import { assert, suite } from "../front-door/suite.ts";
import { well } from "../ipc/bench.ts";
import { key, other, terminal } from "../last-resort/bench.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("agent/last-resort");
const folder = mkdtempSync(join(tmpdir(), "posdiag-resort-"));
test.after(() => rmSync(folder, { recursive: true }));

const verdict = (fault: string): Verdict => {
  return { fault, probability: 0.99, severity: "critical", party: ["merchant"], evidence: [] };
};
const diagnosisOf = (...faults: readonly string[]): Diagnosis => ({
  ...{ atMs: 0, progress: "none", verdicts: faults.map(verdict), rivals: [], ruledOut: [] },
  ...{ unknown: false, nextTests: [] },
});

interface World {
  readonly clock: VirtualClock;
  readonly resort: LastResort;
  readonly logged: readonly string[];
  readonly turns: () => number;
  connected: boolean;
  faults: readonly string[];
}

function world(lastResort: object = {}): World {
  const loaded = loadConfig(
    JSON.stringify({
      terminal,
      modem: { port: "/dev/ttyUSB2" },
      acquirer: { host: "pos.example", port: 5500 },
      uplink: { url: "mqtt://h" },
      last_resort: lastResort,
    }),
  );
  if (loaded.kind !== "config") throw new Error(JSON.stringify(loaded));
  const clock = new VirtualClock();
  const logged: string[] = [];
  const state = { connected: true, faults: ["sim.absent"] as readonly string[], count: 0 };
  const resort = createLastResort(
    { config: loaded.config, clock, log: (_, event, fields) => void logged.push(`${event} ${JSON.stringify(fields)}`) },
    {
      boot: () => "00112233445566fe",
      isConnected: () => state.connected,
      diagnosis: () => diagnosisOf(...state.faults),
      cases: () => [],
      clockQuality: () => "rtc",
      onTurn: () => {
        state.count += 1;
      },
    },
  );
  return Object.assign(state, { clock, resort, logged, turns: () => state.count });
}

async function running(made: World, work: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const run = made.resort.run(stop.signal);
  await work();
  stop.abort();
  await made.clock.settle(run);
}

const heardOf = (text: string): Heard => hear(text, { keys: [{ terminal, key }], said: terminal, nowMs: Date.now() });
const authenticityOf = (text: string) => {
  const heard = heardOf(text);
  return heard.kind === "told" ? heard.authenticity : heard.kind;
};

test("a diagnosis bears its code when the broker has not been reached for so long, and no longer when it is", async () => {
  const made = world({ after_min: 10 });
  await running(made, async () => {
    await made.clock.advance(60_000);
    made.connected = false;
    await made.clock.advance(590_000);
    assert.equal([made.resort.due(), made.turns()], [undefined, 0]);
    await made.clock.advance(30_000);
    assert.is(made.turns(), 1, "screens are told");
    assert.is(made.resort.withCode(well, "en").code?.text, made.resort.due());
    made.connected = true;
    assert.is(made.resort.due(), undefined);
    await made.clock.advance(20_000);
    assert.is(made.turns(), 2);
    made.connected = false;
    await made.clock.advance(300_000);
    assert.is(made.resort.due(), undefined, "it counts anew");
  });
});

test("where nothing is wrong no code is shown unasked; whoever asks gets one", async () => {
  const made = world({ after_min: 0 });
  made.connected = false;
  made.faults = [];
  await running(made, async () => {
    assert.equal([made.resort.due(), made.resort.withCode(well, "en")], [undefined, well]);
    assert.match(made.resort.code("en").uri, /^POSDIAG:[0-9A-Z]{28}$/);
  });
});

test("a code stands for ten minutes, unless the verdict turns", async () => {
  const made = world();
  const first = made.resort.code("en").text;
  await made.clock.advance(540_000);
  assert.is(made.resort.code("zh-CN").text, first);
  made.faults = ["host.down"];
  assert.is.not(made.resort.code("en").text, first);
  made.faults = ["sim.absent"];
  await made.clock.advance(660_000);
  assert.is.not(made.resort.code("en").text, first);
});

test("with a signing key the QR code is signed, and what is read out is as long as ever", () => {
  const path = join(folder, "sign.key");
  writeFileSync(path, generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }));
  const { text, uri } = world({ sign_key_file: path }).resort.code("en");
  assert.equal([text.length, uri.length], [34, 8 + 28 + 1 + 103]);
});

test("with the terminal's key it is sealed; a key that is missing, another's or the fleet's is logged, and proves nothing", () => {
  const path = join(folder, "key");
  writeFileSync(path, formatKeyFile({ kind: "terminal", key, terminal }));
  const sealed = world({ key_file: path });
  assert.equal([authenticityOf(sealed.resort.code("en").text), sealed.logged], ["authentic", []]);
  assert.is(authenticityOf(world().resort.code("en").text), "open");
  for (const [text, what] of [
    [formatKeyFile({ kind: "fleet", key }), "must not be on a terminal"],
    [formatKeyFile({ kind: "terminal", key, terminal: other }), "is the key of another terminal"],
    ["nonsense", "does not begin with"],
  ] as const) {
    writeFileSync(path, text);
    const made = world({ key_file: path });
    const { text: code } = made.resort.code("en");
    assert.equal([authenticityOf(code), made.logged.length], ["open", 1]);
    assert.match(made.logged[0] ?? "", what);
  }
  rmSync(path);
  const gone = world({ key_file: path });
  assert.equal([authenticityOf(gone.resort.code("en").text), gone.logged.length], ["open", 1]);
});

test.run();
