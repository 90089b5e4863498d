import { helpOptions, helpParts, takesFile } from "../../src/cli/help-parts.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("help texts taken apart");

const help = `Usage: posdiag some thing FILE [--lang LANG]
       posdiag some thing --new

What it does, over
two lines.

  a literal line

Each line has:
  one      1
  two      2
And that is all.

Verbs:
  hold MINUTES   holds
                 on

Options:
  --lang LANG     zh-CN or en
                  (default: en)
  --terminals FILE one space only, and a comma
  --tenant NAME, --shop NAME
                  only those of it
  --listen HOST:PORT  where
  -h, --help      this text

Example:
  posdiag some thing x | jq .

Exit codes: 0 done, 64 wrong use, 65 bad, or worse,
  66 a file, or two
`;

test("each part is known by its form", () => {
  const parts = helpParts(help);
  assert.equal(
    parts.map(({ kind }) => kind),
    ["usage", "prose", "literal", "prose", "literal", "prose", "rows", "options", "example", "exits"],
  );
  assert.equal(parts[0], {
    kind: "usage",
    lines: ["posdiag some thing FILE [--lang LANG]", "posdiag some thing --new"],
  });
  assert.equal(parts[1], { kind: "prose", text: "What it does, over two lines." });
  assert.equal(parts[4], { kind: "literal", lines: ["one      1", "two      2"] });
  assert.equal(parts[6], { kind: "rows", title: "Verbs", rows: [["hold MINUTES", "holds on"]] });
  assert.equal(parts[9], {
    kind: "exits",
    exits: [
      [0, "done"],
      [64, "wrong use"],
      [65, "bad, or worse"],
      [66, "a file, or two"],
    ],
  });
});

test("options have names, a value and a text, however they are written", () => {
  assert.equal(helpOptions(help), [
    { names: ["--lang"], value: "LANG", text: "zh-CN or en (default: en)" },
    { names: ["--terminals"], value: "FILE", text: "one space only, and a comma" },
    { names: ["--tenant"], value: "NAME", text: "only those of it" },
    { names: ["--shop"], value: "NAME", text: "only those of it" },
    { names: ["--listen"], value: "HOST:PORT", text: "where" },
    { names: ["-h", "--help"], value: undefined, text: "this text" },
  ]);
  assert.equal([takesFile("some thing", help), takesFile("some", help)], [true, false]);
});

test("a text of another kind is prose, and has no options", () => {
  assert.equal(helpParts("just words"), [{ kind: "prose", text: "just words" }]);
  assert.equal(helpOptions("just words"), []);
});

test.run();
