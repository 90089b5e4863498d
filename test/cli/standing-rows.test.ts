import { configurationRows, dataRows } from "../../src/cli/standing-rows.ts";
import { assert, suite } from "../front-door/suite.ts";
import { status } from "../ipc/bench.ts";

const test = suite("cli/standing-rows");
const text = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(" ")).join("\n");

test("what is as it should be is not spoken of", () => {
  const file = { source: "file", why: null, problem: null, trial_left_s: null } as const;
  assert.equal([configurationRows(file), dataRows(null)], [[], []]);
  assert.match(text(configurationRows({ ...file, trial_left_s: 90 })), /on trial for/);
});

test("what is not stands there in words", () => {
  const said = text([...configurationRows(status.configuration), ...dataRows(status.data)]);
  for (const part of [
    "THE LAST GOOD ONE: the file has errors",
    "modem.baud: is 5",
    "acme-12, on trial for",
    "before it acme-11",
  ])
    assert.ok(said.includes(part), said);
  for (const part of ["given up: acme-10 (did_not_live)", "refused: a pack (bad_signature)"])
    assert.ok(said.includes(part), said);
});

test.run();
