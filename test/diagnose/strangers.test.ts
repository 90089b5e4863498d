import { createEngine } from "../../src/diagnose/engine.ts";
import { strangersOf } from "../../src/diagnose/strangers.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { measured } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what is in no catalogue");

const observation = (signal: "printer.state" | "printer.job" | "power.source") => ({
  when: { signal, is: ["yes"] },
  class: "state" as const,
  leak: 1e-4,
});
const fault = (causes: Catalogue["faults"][string]["causes"]) => ({
  ...({ rate: "occasional", severity: "minor", party: ["merchant"], pace: "direct", knownBy: "direct" } as const),
  ...{ causes, source: "made up" },
});
const paper = fault({ paper_out: "always", print_failed: "usually" });
const cover = fault({ cover_open: "always", print_failed: "usually" });
const catalogue: Catalogue = {
  faults: { "printer.paper": paper, "printer.cover": cover, "power.off": fault({ dark: "always" }) },
  conditions: {},
  observations: {
    paper_out: observation("printer.state"),
    cover_open: observation("printer.state"),
    smoke: observation("printer.state"),
    print_failed: observation("printer.job"),
    dark: observation("power.source"),
  },
  tests: {},
  paces: {
    told: { openReads: 1, openMs: 0, closeMs: 0 },
    direct: { openReads: 1, openMs: 0, closeMs: 0 },
    probed: { openReads: 1, openMs: 0, closeMs: 0 },
    sampled: { openReads: 1, openMs: 0, closeMs: 0 },
  },
};

const seen = (id: string): Evidence => ({
  id,
  holds: true,
  readings: [],
  ...{ sinceMs: 0, reads: 1 },
  likelihood: { ifTrue: 1, ifFalse: 1e-3 },
});
const unseen = (id: string): Evidence => ({
  id,
  holds: false,
  readings: [],
  ...{ sinceMs: 0, reads: 1 },
  likelihood: { ifTrue: 1e-3, ifFalse: 1 },
});
const complaint = measured("operator.report", "it does not print", 0);
const told = (...evidence: readonly Evidence[]) =>
  createEngine(catalogue, new Set(["printer"])).diagnose(evidence, [complaint], 0);

test("a family's stranger is a fiftieth of the family, and shows like its average", () => {
  const [printer] = strangersOf(catalogue, Object.entries(catalogue.faults));
  assert.is(printer?.family, "printer");
  assert.ok(Math.abs((printer?.chance ?? 0) - 0.02 * 2e-3) < 1e-12);
  assert.ok(Math.abs((printer?.effects.get("paper_out") ?? 0) - 0.99 / 2) < 1e-9);
  assert.ok(Math.abs((printer?.effects.get("print_failed") ?? 0) - 0.85) < 1e-9);
  assert.is(printer?.effects.get("dark"), undefined);
});

test("what nothing listed brings about may be its sign, where the family's signs are read from the same signal", () => {
  const [printer, power] = strangersOf(catalogue, Object.entries(catalogue.faults));
  assert.ok((printer?.effects.get("smoke") ?? 0) > 0);
  assert.is(power?.effects.get("smoke"), undefined);
});

test("a listed fault that explains its signs wins by far", () => {
  const { verdicts, unknown } = told(seen("paper_out"), seen("print_failed"), unseen("cover_open"), unseen("smoke"));
  assert.is(verdicts[0]?.fault, "printer.paper");
  assert.ok((verdicts[0]?.probability ?? 0) > 0.95, String(verdicts[0]?.probability));
  assert.is(unknown, false);
});

test("one that leaves a sign unexplained and shows none of its own is not named with any certainty", () => {
  const { verdicts } = told(seen("print_failed"), seen("smoke"), unseen("paper_out"), unseen("cover_open"));
  const surest = verdicts.filter(({ fault }) => !fault.startsWith("unlisted.")).map(({ probability }) => probability);
  assert.ok(Math.max(0, ...surest) < 0.5, JSON.stringify(verdicts));
});

test.run();
