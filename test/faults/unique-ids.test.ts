/** Tables are joined by spreading, which lets a second entry of the same id replace the first without a word. */
import { readdirSync, readFileSync } from "node:fs";
import { catalogue } from "../../src/faults/index.ts";
import { faultTexts } from "../../src/faults/text.ts";
import { signTexts } from "../../src/faults/texts/signs.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("ids stand once");
const root = new URL("../../src/faults/", import.meta.url);

const faultKey = /^ {2}"?([a-z_]+\.[a-z_]+|unlisted)"?: \{/gm;
const plainKey = /^ {2}([a-z_]+): /gm;

/** The ids that the files of a folder define, in the order of the files; the formatter puts each at two spaces. */
function defined(files: RegExp, key: RegExp): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => files.test(file))
    .flatMap((file) => [...readFileSync(new URL(file, root), "utf8").matchAll(key)].map(([, id]) => id ?? ""));
}

const tables = [
  ["faults", /^[a-z-]+\.ts$/, faultKey, catalogue.faults],
  ["observations", /^observations\/.*\.ts$/, plainKey, catalogue.observations],
  ["Chinese texts", /^texts\/.*chinese\.ts$/, faultKey, faultTexts["zh-CN"]],
  ["English texts", /^texts\/.*english\.ts$/, faultKey, faultTexts.en],
  ["signs", /^texts\/.*signs\.ts$/, plainKey, signTexts],
] as const;

for (const [name, files, key, joined] of tables) {
  test(`no id of the ${name} is defined twice`, () => {
    const ids = defined(files, key);
    assert.equal([...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))], []);
    assert.equal([...new Set(ids)].toSorted(), Object.keys(joined).toSorted());
  });
}

test.run();
