import { faultsDocument } from "../../../deploy/docs/faults.ts";
import { catalogue } from "../../../src/faults/index.ts";
import { symptoms } from "../../../src/faults/symptoms.ts";
import { textOf } from "../../../src/faults/text.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("the document of faults");
const text = faultsDocument();

/** As GitHub makes them of headings of one word; and the anchors that are written out. */
function anchors(): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#+ ([a-z_.]+)$/gm)].map(([, id = ""]) => id.replaceAll(".", ""));
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id)]);
}

test("every link inside leads somewhere", () => {
  const there = anchors();
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, target = ""]) => target);
  assert.ok(links.length > Object.keys(catalogue.faults).length);
  assert.equal([...new Set(links.filter((target) => !there.has(target)))], []);
});

test("every fault has a section with its advice in both languages, and is reached from the index", () => {
  for (const id of Object.keys(catalogue.faults)) {
    const section = text.split(`\n### ${id}\n`)[1]?.split("\n### ")[0] ?? "";
    for (const line of [...textOf(id, "en").do, ...textOf(id, "zh-CN").doNot]) assert.match(section, line, id);
    assert.match(text, `[${id.split(".")[1]}](#${id.replace(".", "")})`, id);
  }
});

test("a support engineer finds every prompt of the guides before the first fault", () => {
  const index = text.split("\n### ")[0] ?? "";
  for (const prompt of symptoms.flatMap(({ chinese }) => chinese)) assert.match(index, prompt);
});

test("a fault shows its remedies with risk and guard, and its procedures", () => {
  const section = text.split("\n### modem.hung\n")[1]?.split("\n### ")[0] ?? "";
  assert.match(section, /act\.power_cycle.*\(risk 1: interrupts service; .*reversal.*; not during an update/);
  assert.match(section, "(#procedure-mobile_fails)");
});

test("remedies, procedures and prevention stand at the end, in both languages", () => {
  const at = ["## Remedies (处理办法)", "## Procedures (操作流程)", "## Prevention (预防措施)"].map((title) =>
    text.indexOf(title),
  );
  assert.ok(at.every((place, index) => place > (at[index - 1] ?? 0)));
  assert.match(text, /act\.test_with_other_sim`.*never to merchants: .*锁卡/);
});

test.run();
