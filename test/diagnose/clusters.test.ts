import { clustersOf, unevoked } from "../../src/diagnose/clusters.ts";
import { compile } from "../../src/diagnose/compile.ts";
import type { Findings } from "../../src/diagnose/plan.ts";
import { catalogue } from "../../src/faults/index.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("which faults are weighed against each other");
const graph = compile(catalogue, new Set(["cellular", "printer"]));
const at = (observation: string) => graph.observations.findIndex(({ id }) => id === observation);
const seen = { ifTrue: 1, ifFalse: 1e-4 };
const notSeen = { ifTrue: 1e-4, ifFalse: 1 };

function clusters(findings: Findings): readonly (readonly string[])[] {
  return clustersOf(graph, findings).map(({ faults }) => faults.map((fault) => graph.faultIds[fault] ?? ""));
}

test("troubles that share no finding are apart, whatever words join their faults", () => {
  const both = clusters(
    new Map([
      [at("paper_out"), seen],
      [at("sim_absent"), seen],
    ]),
  );
  assert.ok(both.length >= 2);
  const [paper, card] = ["printer.paper_out", "sim.absent"].map((fault) => both.find((each) => each.includes(fault)));
  assert.ok(paper && card && paper !== card);
});

test("one finding joins all that foretell it, and what was not seen joins nobody", () => {
  const [only = []] = clusters(new Map([[at("sim_absent"), seen]]));
  assert.ok(only.includes("sim.absent") && only.includes("modem.module_fault"));
  assert.equal(clusters(new Map(graph.observations.map((_, each) => [each, notSeen]))), []);
});

test("no fault is in two clusters, and what nothing speaks for is what stops payments", () => {
  const all = clustersOf(graph, new Map(graph.observations.map((_, each) => [each, seen])));
  const faults = all.flatMap((each) => each.faults).filter((fault) => fault < graph.firstStranger);
  assert.is(new Set(faults).size, faults.length);
  const quiet = unevoked(graph, clustersOf(graph, new Map([[at("sim_absent"), seen]]))).faults;
  const names = quiet.map((fault) => graph.faultIds[fault]);
  assert.ok(names.includes("host.down") && !names.includes("sim.absent") && !names.includes("printer.paper_out"));
});

test("what nobody has listed ties nobody, and answers for no sign of another cluster", () => {
  const findings = new Map([
    [at("screen_bad"), seen],
    [at("storage_low"), seen],
  ]);
  const stranger = graph.faultIds.indexOf("unlisted.device");
  const about = clustersOf(graph, findings).filter(({ faults }) => faults.includes(stranger));
  assert.is(about.length, 2, "it could be about either");
  const [screen] = about.filter(({ observations }) => observations.has(at("screen_bad")));
  assert.equal([...(screen?.elsewhere ?? [])], [at("storage_low")]);
});

test.run();
