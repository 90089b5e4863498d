import { slipLines } from "../../src/last-resort/slip.ts";
import { languages } from "../../src/model/text.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the printed slip");
const text = "64Q2-HS3Z-H840-CHMW-N0M1-41F8-E205";

/** Columns of a receipt printer: what is not Latin takes two. */
const columns = (line: string) => [...line].reduce((sum, each) => sum + (each.charCodeAt(0) < 0x80 ? 1 : 2), 0);

test("lines fit the narrowest paper, 58 mm with 32 columns, in every language", () => {
  for (const language of languages) {
    for (const line of slipLines(text, language)) assert.ok(columns(line) <= 32, line);
  }
});

test("the code stands in lines of two groups, all of it", () => {
  const lines = slipLines(text, "zh-CN");
  assert.equal(lines.slice(-4), ["64Q2 - HS3Z", "H840 - CHMW", "N0M1 - 41F8", "E205"]);
});

test.run();
