/**
 * The life of a verdict. A case opens when its fault has been near certain for as long as the fault's pace asks, changes
 * when the evidence turns to a rival that explains the same signs, and closes when the fault has been unlikely for long
 * enough and a fresh reading says the contrary. Silence never closes anything.
 */
import type { Case, CaseEvent, Diagnosis, Verdict } from "../model/case.ts";
import type { Catalogue, Pace } from "../model/catalogue.ts";
import type { Evidence } from "../model/evidence.ts";
import { createCertainty } from "./certainty.ts";

const unlikely = 0.2;

export interface CaseBook {
  update(diagnosis: Diagnosis, evidence: readonly Evidence[]): readonly CaseEvent[];
  open(): readonly Case[];
  /** Whether a case is open that a closer look may tell more of: what somebody has told is no such thing. */
  pressing(): boolean;
  /** True while something is about to open or close, so that the caller keeps looking. */
  unsettled(): boolean;
}

interface Open {
  readonly current: Case;
  readonly doubtfulSinceMs: number | undefined;
}

/** What became of an open case: kept, or gone, and what to tell about it. */
interface Turn {
  readonly kept: Open | undefined;
  readonly events: readonly CaseEvent[];
}

function sharesEvidence(a: Verdict, b: Verdict): boolean {
  return a.evidence.some((item) => b.evidence.some((other) => other.id === item.id));
}

function sameStory(a: Verdict, b: Verdict): boolean {
  const ids = (verdict: Verdict) =>
    verdict.evidence
      .map((item) => item.id)
      .toSorted()
      .join();
  return a.fault === b.fault && a.severity === b.severity && ids(a) === ids(b);
}

function changed(before: Case, verdict: Verdict, { atMs, ruledOut }: Diagnosis): Turn {
  const current = { ...before, verdict, ruledOut, changedAtMs: atMs };
  return { kept: { current, doubtfulSinceMs: undefined }, events: [{ kind: "changed", atMs, case: current }] };
}

function doubted(open: Open, atMs: number, ends: { contrary: boolean; closeMs: number }): Turn {
  const doubtfulSinceMs = open.doubtfulSinceMs ?? atMs;
  if (!ends.contrary || atMs - doubtfulSinceMs < ends.closeMs)
    return { kept: { ...open, doubtfulSinceMs }, events: [] };
  const closed = { ...open.current, changedAtMs: atMs };
  return { kept: undefined, events: [{ kind: "closed", atMs, case: closed }] };
}

/** One open case in the light of a new diagnosis. */
function follow(open: Open, diagnosis: Diagnosis, ends: { contrary: boolean; closeMs: number }): Turn {
  const { verdict: own } = open.current;
  const verdict = diagnosis.verdicts.find(({ fault }) => fault === own.fault);
  const probability = (verdict ?? diagnosis.rivals.find(({ fault }) => fault === own.fault))?.probability ?? 0;
  if (probability < unlikely) return doubted(open, diagnosis.atMs, ends);
  if (!verdict || probability < 0.5 || sameStory(own, verdict)) {
    return { kept: { ...open, doubtfulSinceMs: undefined }, events: [] };
  }
  return changed(open.current, verdict, diagnosis);
}

/** Case numbers start after `lastId`, so that they do not repeat when the agent is started again within a boot. */
export function createCaseBook(catalogue: Catalogue, lastId = 0): CaseBook {
  let cases: readonly Open[] = [];
  let id = lastId;
  const certainty = createCertainty();
  const occurrences = new Map<string, number>();
  const paceOf = (fault: string): Pace => catalogue.paces[catalogue.faults[fault]?.pace ?? "sampled"];
  const isOpen = (fault: string): boolean => cases.some((open) => open.current.verdict.fault === fault);

  function begin(verdict: Verdict, diagnosis: Diagnosis): readonly CaseEvent[] {
    const occurrence = (occurrences.get(verdict.fault) ?? 0) + 1;
    occurrences.set(verdict.fault, occurrence);
    const rival = cases.find(
      (open) => open.doubtfulSinceMs !== undefined && sharesEvidence(open.current.verdict, verdict),
    );
    if (rival) {
      // The same signs under a better name: one case that changed, not one closed and one opened.
      const turn = changed({ ...rival.current, occurrence }, verdict, diagnosis);
      cases = cases.flatMap((open) => (open === rival ? (turn.kept ?? []) : open));
      return turn.events;
    }
    id += 1;
    const { atMs, ruledOut } = diagnosis;
    const current: Case = { id, verdict, ruledOut, openedAtMs: atMs, changedAtMs: atMs, occurrence };
    cases = [...cases, { current, doubtfulSinceMs: undefined }];
    return [{ kind: "opened", atMs, case: current }];
  }

  return {
    update: (diagnosis, evidence) => {
      const contradicted = new Set(evidence.filter((item) => !item.holds).map((item) => item.id));
      const turns = cases.map((open) => {
        const { fault, evidence: proof } = open.current.verdict;
        const contrary = proof.some((item) => contradicted.has(item.id));
        return follow(open, diagnosis, { contrary, closeMs: paceOf(fault).closeMs });
      });
      cases = turns.flatMap((turn) => turn.kept ?? []);
      const ripe = certainty
        .note(diagnosis.verdicts, diagnosis.atMs)
        .filter(
          (verdict) => !isOpen(verdict.fault) && certainty.isRipe(verdict, paceOf(verdict.fault), diagnosis.atMs),
        );
      return [...turns.flatMap((turn) => turn.events), ...ripe.flatMap((verdict) => begin(verdict, diagnosis))];
    },
    open: () => cases.map((open) => open.current),
    pressing: () => cases.some(({ current }) => catalogue.faults[current.verdict.fault]?.pace !== "told"),
    unsettled: () =>
      cases.some((open) => open.doubtfulSinceMs !== undefined) || certainty.faults().some((fault) => !isOpen(fault)),
  };
}
