/** The real agent records what it sees; the same cases come of it on another machine, byte for byte. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bringUp, openRig, type Rig } from "../../hw-sim/rig/rig.ts";
import { dispatch } from "../../src/cli/dispatch.ts";
import { replayCommand } from "../../src/cli/replay.ts";
import { capturedIo } from "../cli/captured-io.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("a recording of the real agent", { timeoutMs: 90_000 });
const folder = mkdtempSync(join(tmpdir(), "posdiag-replay-"));
const log = join(folder, "record.jsonl");
const own = join(folder, "own.jsonc");
writeFileSync(
  own,
  '{"rates": {"line.busy": "rare"}, "texts": {"en": {"sim.absent": {"name": "Our SIM", "say": "Call 400 820 1234."}}}}',
);
let rig: Rig;
/** Lines of the agent's log that tell of cases. */
let told: readonly string[] = [];
/** What the agent said to the counter while the SIM was gone. */
let said = "";

async function until(isSo: () => boolean): Promise<void> {
  for (const endMs = Date.now() + 40_000; !isSo(); await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (Date.now() > endMs) throw new Error("it did not come about");
  }
}

test.before(async () => {
  rig = await openRig({ seed: 11, config: { record: { file: log }, catalogue: { file: own } } });
  const { agent, door } = await bringUp(rig);
  const cases = () => agent.lines.filter((line) => /"event":"case_/.test(line));
  await rig.bench.set({ sim: "absent" });
  await until(() => cases().some((line) => /case_opened.*sim\.absent/.test(line)));
  said = JSON.stringify(await door.ask("posdiag.diagnose", { lang: "en" }));
  await rig.bench.set({ sim: "ready" });
  await until(() => cases().some((line) => /case_closed.*sim\.absent/.test(line)));
  door.close();
  await agent.end();
  told = cases();
});
test.after(async () => {
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

async function replayed(...args: readonly string[]) {
  const { io, out, err } = capturedIo();
  const exit = await dispatch([replayCommand], ["replay", ...args], io);
  return { exit, out: out(), err: err() };
}

test("replayed it gives the same case events, byte for byte, and the cases that the agent told of", async () => {
  const recorded = readFileSync(log, "utf8")
    .split("\n")
    .flatMap((line) => /^\{"t":[\d.]+,"thought":\[(.+)\]\}$/.exec(line)?.[1] ?? []);
  const { exit, out, err } = await replayed(log, "--json", "--check", "--catalogue", own);
  assert.is(exit, 0, err);
  assert.match(err, /^posdiag replay: the same: \d+ readings, \d+ thoughts\n$/);
  assert.is(out.trim().split("\n").join(","), recorded.join(","));
  const events: readonly { kind: string; case: { id: number; verdict: { fault: string } } }[] = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const cases = told.map((line) => {
    const { event, case: id, fault } = JSON.parse(line.replace(/^<\d>/, ""));
    return `${event} ${id} ${fault}`;
  });
  assert.equal(
    events.map(({ kind, case: { id, verdict } }) => `case_${kind} ${id} ${verdict.fault}`),
    cases,
  );
});

test("a reading that was another one makes other cases, and --check shows the first", async () => {
  const bent = join(folder, "bent.jsonl");
  const text = readFileSync(log, "utf8");
  writeFileSync(bent, text.replaceAll('"signal":"state","value":"absent"', '"signal":"state","value":"pin_required"'));
  const { exit, err } = await replayed(bent, "--check", "--catalogue", own);
  assert.is(exit, 1);
  assert.match(err, /not the same, first at t=[\d.]+\n {2}recorded \[.*\n {2}replayed \[/);
});

test("another catalogue than that of the device is said", async () => {
  const { exit, err } = await replayed(log);
  assert.is(exit, 0);
  assert.match(err, /with catalogue c[0-9a-f]{12}, replayed with c[0-9a-f]{12}: the cases may differ/);
});

test("the deployment's own words are what the counter reads, and what a replay shows", async () => {
  assert.match(said, "Call 400 820 1234.");
  const { out } = await replayed(log, "--catalogue", own);
  assert.match(out, /opened +#\d+ +\d+ % +sim\.absent +Our SIM$/m);
});

test.run();
