import { readFileSync } from "node:fs";
import { radioReplies } from "../../deploy/docs/radio-replies.ts";
import { documents } from "../../deploy/docs.ts";
import { radioParsers } from "../../src/at/parse/quality.ts";
import { profiles } from "../../src/modem/profiles/index.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("documents made of tables");

for (const [path, write] of Object.entries(documents)) {
  test(`${path} is what the tables say`, () => {
    assert.is(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"), write());
  });
}

test("the replies from which the document learns what a question tells are read as a cell on LTE", () => {
  for (const [parser, read] of Object.entries(radioParsers)) {
    const [, reply] = Object.entries(radioReplies).find(([name]) => name === parser) ?? [];
    const quality = read(reply?.info ?? []);
    assert.is(quality?.rat, "lte", parser);
    assert.type(quality?.rsrpDbm, "number", parser);
  }
});

test("every family is told of, with all it is asked", () => {
  const text = documents["docs/modems.md"]?.() ?? "";
  for (const { id, radio, temperature, voltage, traffic } of profiles) {
    const row =
      text.split("\n").filter((line) => line.startsWith(`| \`${id}\` |`) && line.includes("AT+CESQ"))[0] ?? "";
    for (const { request } of [...radio, ...temperature, ...voltage, ...traffic])
      assert.match(row, `\`${request}\``, id);
  }
});

test("a bar in a rule does not end the cell of a table", () => {
  for (const write of Object.values(documents)) {
    const rows = write()
      .split("\n")
      .filter((line) => line.startsWith("|"));
    let columns = 0;
    for (const [at, row] of rows.entries()) {
      const bars = row.replaceAll("\\|", "").split("|").length;
      if (rows[at + 1]?.startsWith("|---")) columns = bars;
      assert.is(bars, columns, row);
    }
  }
});

test.run();
