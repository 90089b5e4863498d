/** Runs the real front door on small bad files: each must be red, and for its own reason. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { loader } from "../support/loader.ts";
import { bypass, select } from "./discover.ts";
import { type FileResult, runFile } from "./runner.ts";
import { shuffled } from "./session.ts";
import { isSlow, longest, longestFirst, slow } from "./slow.ts";
import { assert, suite } from "./suite.ts";
import { runTogether } from "./together.ts";

const folder = "test/front-door/fixtures";

interface Expectation {
  readonly passed: number;
  /** All the reasons there may be, in the order told. */
  readonly reasons: readonly string[];
}

const bad: Readonly<Record<string, Expectation>> = {
  "after-each-throws": { passed: 1, reasons: ['after.each hook of "after.each throws" failed: the hook\'s own error'] },
  "after-throws": { passed: 1, reasons: ['after hook of "after throws" failed: the hook\'s own error'] },
  "before-each-throws": {
    passed: 0,
    reasons: ['before.each hook of "before.each throws" failed: the hook\'s own error', "1 of 1 tests did not run"],
  },
  "before-throws": {
    passed: 0,
    reasons: ['before hook of "before throws" failed: the hook\'s own error', "1 of 1 tests did not run"],
  },
  "does-not-load": { passed: 0, reasons: ["did not load: broken at the top"] },
  "empty-suite": { passed: 0, reasons: ['suite "empty" has no tests'] },
  "error-class": { passed: 0, reasons: ["assert.throws takes a predicate: (error) => error instanceof TypeError"] },
  "exit-code": { passed: 1, reasons: ["exited with code 3 after its tests"] },
  "exits-early": { passed: 0, reasons: ["exited early with code 0 during: exit › leaves with code 0"] },
  hangs: { passed: 1, reasons: ["timed out after 50 ms"] },
  "imports-uvu": { passed: 0, reasons: ["imports uvu directly"] },
  "late-rejection": { passed: 1, reasons: ["unhandled rejection: nobody waits for me"] },
  "leaked-process": { passed: 1, reasons: ["left processes behind: sleep"] },
  "leaked-server": { passed: 1, reasons: ["leaked handle: still alive 1000 ms after its last test (TCPServerWrap)"] },
  "leaked-timer": { passed: 1, reasons: ["leaked handle: still alive 1000 ms after its last test (Timeout)"] },
  "never-loads": { passed: 0, reasons: ["exited early with code 13 during: loading the file"] },
  "no-assertion": { passed: 0, reasons: ["made no assertion"] },
  "no-run": { passed: 0, reasons: ['suite "no run" was never started: .run() is missing'] },
  "no-suite": { passed: 0, reasons: ["no suite in this file"] },
  "only-left-in": { passed: 2, reasons: ['.only left in: "hides the other"'] },
  spins: { passed: 0, reasons: ["hung: nothing heard for 3050 ms during: spin › never yields"] },
  "throws-a-string": { passed: 0, reasons: ["threw something that is not an Error: 'a plain string'"] },
  uncaught: { passed: 0, reasons: ["uncaught exception: out of a timer"] },
  wrong: { passed: 1, reasons: ["Expected values to be deeply equal"] },
};

function frontDoor(...args: string[]) {
  const run = spawnSync(process.execPath, ["--import", loader, "test/run.ts", ...args], { encoding: "utf8" });
  const lines = run.stdout.trimEnd().split("\n");
  return { code: run.status, out: run.stdout, err: run.stderr, last: lines.at(-1) };
}

const file = (name: string) => `${folder}/${name}.ts`;

/** The failure blocks of one file: from its ✘ to the next. */
function reasonsOf(name: string, out: string): string[] {
  return out
    .split(/^✘ /m)
    .slice(1)
    .filter((block) => block.startsWith(file(name)));
}

const test = suite("front door", { timeoutMs: 60_000 });

test("turns every kind of false green red, each for its own reason", () => {
  const names = Object.keys(bad);
  const { code, out, last } = frontDoor(...names.map(file), file("good"));
  assert.is(code, 1);
  for (const [name, { passed, reasons }] of Object.entries(bad)) {
    assert.match(out, new RegExp(`^FAIL  ${file(name)} +${passed} passed, ${reasons.length} failed`, "m"), name);
    const told = reasonsOf(name, out);
    assert.is(told.length, reasons.length, name);
    for (const [index, reason] of reasons.entries()) assert.match(told[index] ?? "", reason);
  }
  const sum = (count: (kind: Expectation) => number) => Object.values(bad).reduce((all, kind) => all + count(kind), 0);
  assert.match(out, new RegExp(`^ok    ${file("good")} +2 passed`, "m"), "a bad neighbour leaves a good file alone");
  assert.is(last, `${sum(({ passed }) => passed) + 2} passed, ${sum(({ reasons }) => reasons.length)} failed`);
});

test("is green for a good file, shuffled or not", () => {
  const plain = frontDoor(file("good"));
  assert.is(plain.code, 0, plain.out);
  assert.is(plain.last, "2 passed, 0 failed");
  const mixed = frontDoor("--shuffle", "7", file("good"));
  assert.is(mixed.code, 0, mixed.out);
});

test("shows the difference and the place of a wrong value", () => {
  const { out, code } = frontDoor(file("wrong"));
  assert.is(code, 1);
  assert.match(out, '--··"rsrp":·-82');
  assert.match(out, `at <anonymous> (${file("wrong")}:`);
});

test("reports what is skipped with its reason, and fails of it where skips are forbidden", () => {
  const names = [file("needs-a-program"), file("marked-skip")];
  const lax = frontDoor(...names);
  assert.is(lax.code, 0, lax.out);
  assert.is(lax.last, "1 passed, 0 failed, 2 skipped");
  assert.match(lax.out, "skipped 1 of test/front-door/fixtures/needs-a-program.ts: needs no-such-program");
  const strict = frontDoor("--no-skips", ...names);
  assert.is(strict.code, 1);
  assert.is(strict.last, "1 passed, 2 failed");
  assert.match(strict.out, "skips are forbidden here: marked .skip in the file");
});

test("fails when a name matches no file, even beside one that does", () => {
  const { code, out, last } = frontDoor("no/such/file", file("good"));
  assert.is(code, 1);
  assert.match(out, "no test file matches");
  assert.is(last, "2 passed, 1 failed");
});

test("ends a file that takes longer than the whole file may", () => {
  const { code, out } = frontDoor("--file-limit", "1500", file("spins"));
  assert.is(code, 1);
  assert.match(out, "file deadline of 1500 ms passed");
});

test("says how it is used, and refuses what it does not know", () => {
  const help = frontDoor("--help");
  assert.is(help.code, 0);
  assert.match(help.out, "--no-skips");
  const wrong = frontDoor("--no-such-option");
  assert.is(wrong.code, 64);
  assert.match(wrong.err, "no-such-option");
  assert.is(frontDoor("--shuffle", "x").code, 64);
});

test("refuses a test file that is started without it", () => {
  const run = spawnSync(process.execPath, ["--import", "tsx", file("good")], { encoding: "utf8" });
  assert.is(run.status, 1);
  assert.match(run.stderr, "start tests through the front door");
});

test("has an expectation for every bad file, and never picks one up by itself", () => {
  const present = readdirSync(folder).map((name) => basename(name, ".ts"));
  assert.equal(present.sort(), [...Object.keys(bad), "good", "marked-skip", "needs-a-program"].sort());
  const chosen = select([]).files;
  assert.ok(chosen.includes("test/front-door/front-door.test.ts"));
  assert.not(chosen.some((path) => path.startsWith(folder)));
});

test("leaves out the slow ones where it is asked to, and no others", () => {
  const quick = select([], true);
  assert.equal([...quick.files, ...quick.leftOut].sort(), select([]).files);
  for (const entry of slow)
    assert.ok(
      quick.leftOut.some((path) => path.startsWith(entry)),
      `${entry} is not there`,
    );
  const { code, out } = frontDoor("--quick", "test/peers");
  assert.is(code, 1, "nothing ran");
  assert.match(out, / files left out by --quick: test\/peers\//);
});

test("has several in one process, and tells of each what it would tell of it alone", async () => {
  const told = ({ file: name, passed, failed }: FileResult) => [
    basename(name),
    passed.map(({ where }) => where),
    failed.map(({ failure }) => failure.message),
  ];
  const [good, wrong, leaked] = [file("good"), file("wrong"), file("leaked-timer")];
  for (const files of [
    [good, good],
    [good, wrong],
    [leaked, good],
    [good, file("exits-early"), good],
  ]) {
    const alone = await Promise.all(files.map((each) => runFile(each)));
    assert.equal((await runTogether(files)).map(told), alone.map(told));
  }
});

test("begins with those that take longest, each of them there and slow, and loses none", () => {
  const { files } = select([]);
  const order = longestFirst(files);
  assert.equal(order.toSorted(), files);
  for (const file of longest) assert.ok(files.includes(file) && isSlow(file), `${file} is not there, or not slow`);
  assert.equal(order.slice(0, longest.length), longest);
});

test("sees every way round itself, and no others", () => {
  assert.match(bypass(file("imports-uvu")) ?? "", "imports uvu directly");
  assert.is(bypass(file("good")), undefined);
});

test("shuffles by the seed alone and loses nothing", () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const once = shuffled(items, 3);
  assert.equal(once, shuffled(items, 3));
  assert.not.equal(once, shuffled(items, 4));
  assert.not.equal(once, items);
  assert.equal(
    [...once].sort((one, other) => one - other),
    items,
  );
});

test.run();
