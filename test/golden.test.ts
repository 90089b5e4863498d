import { explainCommand } from "../src/cli/explain.ts";
import { catalogue } from "../src/faults/index.ts";
import type { DiagnosisView } from "../src/model/view.ts";
import { capturedIo } from "./cli/captured-io.ts";
import { assert, suite } from "./front-door/suite.ts";
import { type GoldenIncident, goldenIncidents, linesOf, type Told, undecided, whatIsWrong } from "./support/golden.ts";

const test = suite("golden incidents", { timeoutMs: 60_000 });
const incidents = goldenIncidents();

const knownBy = (fault: string) => Object.entries(catalogue.faults).find(([id]) => id === fault)?.[1].knownBy;
const isHint = (fault: string): boolean => knownBy(fault) === "hint" || knownBy(fault) === "people";

/** `posdiag explain --json`, on the incident's lines. */
async function explained(incident: GoldenIncident): Promise<Told> {
  const { io, out, err } = capturedIo();
  const { stdin } = io;
  const done = explainCommand.run(["--json"], io);
  if ("end" in stdin && typeof stdin.end === "function") stdin.end(linesOf(incident));
  assert.is(await done, 0);
  assert.is(err(), "", "every line is taken");
  const { verdicts, unknown }: DiagnosisView = JSON.parse(out());
  return { faults: verdicts.map(({ fault }) => fault), unknown };
}

const verdicts = new Map<string, string | undefined>();

for (const incident of incidents) {
  const { id, kind, truth, story } = incident;
  test(`${id} ${kind} ${truth.join(" or ") || "nothing"}: ${story.slice(0, 60)}`, async () => {
    const wrong = whatIsWrong(incident, await explained(incident), isHint);
    verdicts.set(id, wrong);
    if (id in undecided) assert.ok(wrong, "it is told right by now: take it off the list of the undecided");
    else assert.is(wrong, undefined, wrong);
  });
}

const right = (wanted: (incident: GoldenIncident) => boolean): number =>
  incidents.filter((incident) => verdicts.has(incident.id) && !verdicts.get(incident.id) && wanted(incident)).length;

test("every fault has an incident that ends in it, and one that looks like it and does not", () => {
  const lacking = Object.keys(catalogue.faults).filter((fault) => {
    const ends = right(({ kind, truth, for: of }) => of === fault && kind === "ends_in" && truth.includes(fault));
    const misses = right(({ kind, truth, for: of }) => of === fault && kind === "near_miss" && !truth.includes(fault));
    return ends === 0 || misses === 0;
  });
  assert.equal(lacking, []);
});

test("ids are used once, and those that are undecided exist", () => {
  const ids = incidents.map(({ id }) => id);
  assert.is(new Set(ids).size, ids.length);
  assert.equal(
    Object.keys(undecided).filter((id) => !ids.includes(id)),
    [],
  );
});

test.run();
