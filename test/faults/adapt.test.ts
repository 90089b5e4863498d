import { compile } from "../../src/diagnose/compile.ts";
import { adapt, scaledRate } from "../../src/faults/adapt.ts";
import { catalogue } from "../../src/faults/index.ts";
import { textOf } from "../../src/faults/text.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the catalogue adapted");
const nothing = { texts: {}, rates: {}, party: {}, drop: [] } as const;

test("adapted by nothing it is the same, so that its hash is", () => {
  const { catalogue: same, texts } = adapt(catalogue, nothing);
  assert.is(JSON.stringify(same), JSON.stringify(catalogue));
  assert.equal(texts.textOf("sim.absent", "en"), textOf("sim.absent", "en"));
});

test("only what is named is changed, and ours stays as it is", () => {
  const before = JSON.stringify(catalogue);
  const { catalogue: other, texts } = adapt(catalogue, {
    texts: { en: { "sim.absent": { do: ["Call 400 820 1234."] } } },
    rates: { "sim.absent": "rare" },
    party: { "sim.expired": ["vendor"] },
    drop: ["line.busy"],
  });
  assert.is(JSON.stringify(catalogue), before);
  assert.equal([other.faults["sim.absent"]?.rate, other.faults["sim.absent"]?.party], ["rare", ["merchant"]]);
  assert.equal(other.faults["sim.expired"]?.party, ["vendor"]);
  assert.is(other.faults["line.busy"], undefined);
  assert.is(Object.keys(other.faults).length, Object.keys(catalogue.faults).length - 1);
  const usual = textOf("sim.absent", "en");
  assert.equal(texts.textOf("sim.absent", "en"), { ...usual, do: ["Call 400 820 1234."] });
  assert.equal(texts.textOf("sim.absent", "zh-CN"), textOf("sim.absent", "zh-CN"));
});

test("with faults dropped it still compiles, without them", () => {
  const { catalogue: other } = adapt(catalogue, { ...nothing, drop: ["line.busy", "line.pstn_fault"] });
  const { faultIds } = compile(other, new Set(["dial_up"]));
  assert.not(faultIds.some((id) => id.startsWith("line.")));
});

test("a text of a cause that is not listed is the deployment's own too", () => {
  const { texts } = adapt(catalogue, { ...nothing, texts: { en: { unlisted: { say: "Call us." } } } });
  assert.is(texts.textOf("unlisted.no_path", "en").say, "Call us.");
});

test("a factor of one leaves a rate, and one of the whole scale goes from end to end", () => {
  assert.is(scaledRate("rare", 1), "rare");
  assert.is(scaledRate("very_rare", 50), "common");
  assert.is(scaledRate("common", 0.02), "very_rare");
});

test.run();
