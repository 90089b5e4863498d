import { namesIn, numberIn, textIn, valueIn } from "../../../src/probes/way/system-text.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { createTree, type SystemTree } from "./system-tree.ts";

const test = suite("small files of the system");

let tree: SystemTree;
test.before.each(() => {
  tree = createTree();
});
test.after.each(() => tree.remove());
const path = (name: string) => `${tree.root}/${name}`;

test("what is not there, is a folder, or may not be read has no text", () => {
  assert.is(textIn(path("none")), undefined);
  assert.is(textIn(tree.root), undefined);
  assert.is(valueIn(path("none/deeper")), undefined);
  assert.is(namesIn(path("none")), undefined);
  // Reading it is refused whoever asks: an interface that is off has no carrier to tell of.
  assert.is(textIn("/proc/self/mem"), undefined);
});

test("values come without their line feed, and only whole numbers are numbers", () => {
  tree.write("a", "12\n");
  tree.write("b", "x\n");
  tree.write("c", "");
  assert.is(valueIn(path("a")), "12");
  assert.equal(
    ["a", "b", "c", "d"].map((name) => numberIn(path(name))),
    [12, undefined, undefined, undefined],
  );
});

test("a file without an end is read for some 64 KB only, and a folder for 64 names", () => {
  const text = textIn("/dev/zero") ?? "";
  assert.ok(text.length >= 65_536 && text.length < 70_000);
  for (let at = 0; at < 70; at += 1) tree.write(`many/${at}`, "");
  assert.is(namesIn(path("many"))?.length, 64);
});

test("a table that comes in more than one piece comes whole", () => {
  const lines = Array.from({ length: 300 }, (_, at) => `line ${at}`).join("\n");
  tree.write("table", lines);
  assert.is(textIn(path("table")), lines);
  assert.match(textIn("/proc/self/net/snmp") ?? "", /^Ip: /);
});

test.run();
