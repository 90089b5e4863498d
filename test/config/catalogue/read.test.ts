import { readFileSync } from "node:fs";
import { seededRandom } from "../../../src/base/random.ts";
import { readCatalogueFile } from "../../../src/config/catalogue/read.ts";
import { formatProblem } from "../../../src/config/problem.ts";
import { faultTexts } from "../../../src/faults/text.ts";
import { textLimits } from "../../../src/faults/text-limits.ts";
import { languages } from "../../../src/model/text.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { cardNumber } from "../../support/card-data/numbers.ts";

const test = suite("a deployment's catalogue file");

function problemsOf(text: string): readonly string[] {
  const read = readCatalogueFile(text);
  return read.kind === "invalid" ? read.problems.map(formatProblem) : [];
}
const wrongWith = (file: object): readonly string[] => problemsOf(JSON.stringify(file));
const english = (fault: string, text: object) => ({ texts: { en: { [fault]: text } } });

test("the sample is accepted, and says what it says", () => {
  const read = readCatalogueFile(
    readFileSync(new URL("../../../deploy/catalogue.example.jsonc", import.meta.url), "utf8"),
  );
  assert.ok(read.kind === "adaptation");
  if (read.kind !== "adaptation") return;
  const { texts, rates, party, drop } = read.adaptation;
  assert.match(texts["zh-CN"]?.["sim.data_exhausted"]?.do?.[0] ?? "", "400-820-1234");
  assert.equal(rates, { "cell.congested": "common", "sim.expired": "rare" });
  assert.equal([party, drop], [{ "sim.data_exhausted": ["acquirer"] }, ["line.pstn_fault", "line.busy"]]);
});

test("an empty file changes nothing, and every text of ours may stand in one", () => {
  assert.equal(readCatalogueFile("{}"), {
    kind: "adaptation",
    adaptation: { texts: {}, rates: {}, party: {}, drop: [] },
  });
  const texts = Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(
        Object.entries(faultTexts[language])
          .filter(([fault]) => !fault.startsWith("zz."))
          .map(([fault, { name, say, do: todo, doNot }]) => [fault, { name, say, do: todo, do_not: doNot }]),
      ),
    ]),
  );
  assert.equal(wrongWith({ texts }), []);
});

test("all errors come at once, in the order of the file, with key, place, and what is allowed", () => {
  const file = [
    "{",
    '  "texts": { "en": { "sim.absnt": {}, "sim.absent": { "do": [], "sya": "No SIM." } } },',
    '  "rates": { "sim.absent": "often" },',
    '  "drop": ["sim.absemt"],',
    '  "ratse": {}',
    "}",
  ].join("\n");
  assert.equal(problemsOf(file), [
    "texts.en.sim.absnt: unknown fault, did you mean sim.absent?; 2:22",
    "texts.en.sim.absent.do: has 0 lines; allowed: a list of 1 to 3 sentences; 2:55",
    "texts.en.sim.absent.sya: unknown part of a text, did you mean say?; allowed: name, say, do, do_not; 2:65",
    'rates.sim.absent: is "often"; allowed: one of common, occasional, rare, very_rare, or a factor from "x0.01" to "x100" that reaches another of them; 3:14',
    "drop[0]: unknown fault, did you mean sim.absent?; 4:12",
    "ratse: unknown section, did you mean rates?; allowed: texts, rates, party, drop; 5:3",
  ]);
});

test("faults of the syntax are told with the rest, and what is no object is refused", () => {
  const [syntax, , unknown] = problemsOf('{ "rates": { "sim.absnt": "rare" ');
  assert.match(syntax ?? "", "syntax: a closing } is expected");
  assert.match(unknown ?? "", "did you mean sim.absent?");
  assert.match(problemsOf("[]")[0] ?? "", "the file holds one array, not an object");
  assert.match(problemsOf("[".repeat(10_000))[0] ?? "", "nested too deep");
});

test("a text is as long as the screen is wide, and not a character longer", () => {
  for (const [part, most] of [
    ["name", textLimits.en.name],
    ["say", textLimits.en.say],
  ] as const) {
    assert.equal(wrongWith(english("sim.absent", { [part]: "x".repeat(most) })), []);
    assert.match(wrongWith(english("sim.absent", { [part]: "x".repeat(most + 1) }))[0] ?? "", `at most ${most}`);
  }
  const line = "x".repeat(textLimits.en.line + 1);
  assert.match(wrongWith(english("sim.absent", { do: [line] }))[0] ?? "", "sim.absent.do[0]: has 131 characters");
  assert.match(wrongWith(english("sim.absent", { do: ["a", "b", "c", "d"] }))[0] ?? "", "has 4 lines");
  assert.match(wrongWith(english("sim.absent", { say: "a\u202eb" }))[0] ?? "", "a character that no screen shows");
  assert.match(wrongWith(english("sim.absent", { say: " " }))[0] ?? "", "is empty");
  assert.match(wrongWith(english("sim.absent", { say: 3 }))[0] ?? "", "is 3; allowed: a text");
});

test("card data is refused and not said again", () => {
  const number = cardNumber(seededRandom(7));
  const [problem = ""] = wrongWith(english("sim.absent", { say: `Call ${number} now.` }));
  assert.match(problem, "looks as if it held card data");
  assert.not.match(problem, number);
});

test("advice that does harm is refused wherever our own would be", () => {
  const [again = ""] = wrongWith(english("txn.state_unknown", { say: "Swipe the card again." }));
  assert.match(again, "gives advice that does harm: nothing is charged again");
  assert.match(
    wrongWith(english("host.down", { do: ["Restart the terminal."] }))[0] ?? "",
    "a restart can lose a reversal",
  );
  assert.equal(wrongWith(english("modem.hung", { do: ["Restart the terminal."] })), []);
  assert.match(
    wrongWith(english("card.expired", { say: "The card may be stolen." }))[0] ?? "",
    "a suspect or a debtor",
  );
  assert.match(wrongWith(english("sim.absent", { say: "You forgot the SIM." }))[0] ?? "", "blames who reads it");
});

test("own wording must still say what protects the money, and is shown how", () => {
  const own = english("txn.state_unknown", { do_not: ["Do not hurry."] });
  const problems = wrongWith(own);
  assert.ok(problems.length > 0);
  for (const problem of problems) {
    assert.match(
      problem,
      "texts.en.txn.state_unknown.do_not: lacks what protects the money; allowed: also a sentence such as: Do not",
    );
  }
  const { doNot } = faultTexts.en["txn.state_unknown"] ?? { doNot: [] };
  assert.equal(wrongWith(english("txn.state_unknown", { do_not: doNot, say: "The result is open." })), []);
});

test("a factor moves along the scale, is held at its end, and must reach another word", () => {
  const rated = (rate: string) => {
    const read = readCatalogueFile(JSON.stringify({ rates: { "sim.arrears": rate } }));
    return read.kind === "adaptation" ? read.adaptation.rates["sim.arrears"] : undefined;
  };
  assert.equal(["x5", "x100", "x0.3", "x0.1", "x0.01"].map(rated), [
    "common",
    "common",
    "rare",
    "very_rare",
    "very_rare",
  ]);
  for (const none of ["x1", "x1.2", "x0", "x101", "x-3", "3", "5e-3", "x1e3"]) assert.is(rated(none), undefined, none);
  assert.match(
    wrongWith({ rates: { "sim.arrears": "x1.2" } })[0] ?? "",
    "leaves occasional as it is; the scale is common 0.005",
  );
});

test("who acts is a short list of parties that there are", () => {
  const parties = (named: unknown) => wrongWith({ party: { "sim.absent": named } })[0] ?? "";
  assert.is(parties(["vendor", "merchant"]), "");
  assert.match(parties(["bank"]), 'names "bank"');
  for (const wrong of [[], "vendor", ["vendor", "vendor"], ["vendor", "isp", "issuer", "switch", "merchant"]]) {
    assert.match(parties(wrong), "a list of 1 to 4");
  }
});

test("what is about money is not dropped, nothing twice, and nothing that is spoken of", () => {
  assert.match(wrongWith({ drop: ["txn.state_unknown"] })[0] ?? "", "is about money and cannot be dropped");
  assert.match(wrongWith({ drop: ["line.busy", "line.busy"] })[0] ?? "", "names line.busy once more");
  assert.match(wrongWith({ drop: ["constructor"] })[0] ?? "", "unknown fault");
  assert.match(
    wrongWith({ drop: ["line.busy"], rates: { "line.busy": "rare" } })[0] ?? "",
    "rates.line.busy: contradicts drop",
  );
  assert.match(problemsOf('{"rates": {}, "rates": {}}')[0] ?? "", "rates: is given more than once");
});

test("a file of nothing but errors costs no more than it is worth", () => {
  const many = (length: number) => Array.from({ length }, (_, at) => `sim.a${at}`);
  assert.match(wrongWith({ drop: many(301) })[0] ?? "", "drop: holds 301 of them; allowed: at most 300");
  const texts = Object.fromEntries(many(301).map((id) => [id, 1]));
  assert.match(wrongWith({ texts: { en: texts } })[0] ?? "", "texts.en: holds 301 of them");
  const parts = Object.fromEntries(many(250).map((name) => [name, 1]));
  const problems = wrongWith(english("sim.absent", parts));
  assert.is(problems.length, 201);
  assert.is(problems.at(-1), "and 50 more errors");
});

test.run();
