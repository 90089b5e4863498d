import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dispatch } from "../../src/cli/dispatch.ts";
import { explainCommand } from "../../src/cli/explain.ts";
import { assert, suite } from "../front-door/suite.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("posdiag explain");
const folder = mkdtempSync(join(tmpdir(), "posdiag-explain-"));
test.after(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const incident = file("incident", '{"t":-9,"source":"printer","signal":"state","value":"paper_out"}\n');

async function explained(...args: readonly string[]) {
  const { io, out, err } = capturedIo();
  const exit = await dispatch([explainCommand], ["explain", ...args], io);
  return { exit, out: out(), err: err() };
}

test("--catalogue gives the deployment's own words, parties, and faults that do not occur", async () => {
  const own = file(
    "own.jsonc",
    '{"texts": {"en": {"printer.paper_out": {"say": "Call 400 820 1234."}}}, "party": {"printer.paper_out": ["vendor"]}}',
  );
  const { exit, out } = await explained(incident, "--catalogue", own);
  assert.is(exit, 0);
  assert.match(out, /^Call 400 820 1234\.\n {2}\(printer\.paper_out, \d+ %, minor, vendor\)/);
  const without = await explained(incident, "--catalogue", file("none.jsonc", '{"drop": ["printer.paper_out"]}'));
  assert.not.match(without.out, "printer.paper_out");
});

test("a catalogue with errors is refused with all of them, each with its place", async () => {
  const wrong = file("wrong.jsonc", '{"rates": {"printer.paper_out": "often"},\n "drop": ["printer.paper"]}');
  const { exit, out, err } = await explained(incident, "--catalogue", wrong);
  assert.equal([exit, out], [65, ""]);
  assert.match(err, 'rates.printer.paper_out: is "often"; allowed: one of common');
  assert.match(err, "drop[0]: unknown fault");
  assert.match(err, "; 2:11\n");
  assert.is((await explained(incident, "--catalogue", join(folder, "missing"))).exit, 66);
});

test.run();
