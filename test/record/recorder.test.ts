import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../../src/base/random.ts";
import { createCardDataGuard } from "../../src/card-data/guard.ts";
import { catalogue } from "../../src/faults/index.ts";
import { reading } from "../../src/model/reading.ts";
import type { Circumstances } from "../../src/record/lines.ts";
import { readHeader } from "../../src/record/lines.ts";
import { createRecorder, recorded } from "../../src/record/recorder.ts";
import { createThinker } from "../../src/think.ts";
import { assert, suite } from "../front-door/suite.ts";
import { cardNumber } from "../support/card-data/numbers.ts";

const test = suite("the recorder");
const folder = mkdtempSync(join(tmpdir(), "posdiag-recorder-"));
test.after(() => rmSync(folder, { recursive: true }));

const circumstances: Circumstances = {
  agentVersion: "0.1.0",
  catalogueHash: "c0",
  capabilities: ["cellular"],
  holdMs: 25_000,
  lastCaseId: 0,
  codes: { scheme: "unionpay", own: {} },
  start: "2026-11-22T10:00:00.000Z",
  startMs: 0,
};

function recording(name: string, maxBytes = 65_536) {
  const path = join(folder, name);
  const logged: string[] = [];
  const cardData = createCardDataGuard();
  const recorder = createRecorder({
    ...{ path, maxBytes, circumstances, cardData },
    log: (level, event) => logged.push(`${level} ${event}`),
  });
  const lines = (file = path) => readFileSync(file, "utf8").trim().split("\n");
  return { path, logged, recorder, cardData, lines };
}

test("a header, then what was seen and when it was thought, in that order", async () => {
  const { recorder, lines } = recording("order");
  recorder.see(reading("sim.state", "absent", 1_000));
  recorder.thought(1_500, []);
  recorder.see(reading("modem.csq", 17, 2_000));
  await recorder.settled();
  const [header = "", ...rest] = lines();
  assert.equal([readHeader(header)?.part, readHeader(header)?.carried], [1, 0]);
  assert.equal(rest, [
    '{"t":1,"source":"sim","signal":"state","value":"absent","quality":"ok"}',
    '{"t":1.5,"thought":[]}',
    '{"t":2,"source":"modem","signal":"csq","value":17,"quality":"ok"}',
  ]);
});

test("a full file is set aside, and the next begins with the newest of each signal; never more than two", async () => {
  const most = 4_096;
  const { recorder, path, lines } = recording("full", most);
  recorder.see(reading("net.default_iface", "wwan0", 0));
  for (let at = 1; at <= 400; at += 1) recorder.see(reading("modem.csq", at % 32, at * 1_000));
  await recorder.settled();
  const [header = "", ...rest] = lines();
  const newer = readHeader(header);
  const older = readHeader(lines(`${path}.1`)[0] ?? "");
  assert.is(newer?.part, (older?.part ?? 0) + 1);
  assert.ok((newer?.part ?? 0) > 3, "it was full several times");
  assert.equal([newer?.carried, newer?.way], [2, "cellular"]);
  assert.match(rest[0] ?? "", '"signal":"default_iface","value":"wwan0"');
  assert.ok((newer?.gone ?? 0) > (older?.gone ?? 0) && (older?.gone ?? 0) > 0);
  for (const file of [path, `${path}.1`]) assert.ok(statSync(file).size <= most + 100, file);
});

test("a new run sets the file of the last one aside", async () => {
  const first = recording("again");
  first.recorder.see(reading("sim.state", "ready", 1_000));
  await first.recorder.settled();
  const second = recording("again");
  await second.recorder.settled();
  assert.is(second.lines().length, 1);
  assert.match(second.lines(`${second.path}.1`)[1] ?? "", '"value":"ready"');
});

test("what looks like card data is not written, and is counted and told", async () => {
  const { recorder, cardData, logged, lines, path } = recording("card");
  const number = cardNumber(seededRandom(3));
  recorder.see({ ...reading("sw.app_version", "1.0", 1_000), value: number });
  recorder.see(reading("sim.state", "ready", 2_000));
  await recorder.settled();
  assert.not.match(readFileSync(path, "utf8"), number);
  assert.is(lines()[1], '{"lost":1}');
  assert.match(lines()[2] ?? "", '"value":"ready"');
  assert.equal([recorder.lost, cardData.refused().record, logged], [1, 1, ["warning record.lost"]]);
});

test("a disk that takes nothing costs lines, which are counted, and nothing else", async () => {
  const { recorder, logged } = recording(join("nowhere", "record"));
  for (let at = 1; at <= 3; at += 1) {
    recorder.see(reading("modem.csq", at, at * 1_000));
    await recorder.settled();
  }
  recorder.thought(4_000, []);
  assert.ok(recorder.lost >= 3, String(recorder.lost));
  assert.ok(logged.includes("warning record.failed"));
});

test("a thinker that is recorded thinks the same, and its readings are written in the order of their time", async () => {
  const { recorder, lines } = recording("thinker");
  const terms = { catalogue, capabilities: new Set(["cellular"] as const), holdMs: 25_000 };
  const [plain, watched] = [createThinker(terms), recorded(createThinker(terms), recorder)];
  for (const thinker of [plain, watched]) {
    thinker.see([reading("sim.state", "absent", 3_000), reading("sim.state", "absent", 1_000)]);
  }
  assert.equal(watched.think(3_500), plain.think(3_500));
  assert.equal(watched.cases.open(), plain.cases.open());
  await recorder.settled();
  assert.equal(
    lines()
      .slice(1)
      .map((line) => JSON.parse(line).t),
    [1, 3, 3.5],
  );
});

test.run();
