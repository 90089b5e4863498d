/** From which clusters somebody is known to suffer: what priors are to be believed is not the same on a random day. */
import type { Progress } from "../model/case.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Reading } from "../model/reading.ts";
import type { Cluster, Graph } from "./graph.ts";
import type { Situation } from "./infer.ts";

export interface Plight {
  readonly evidence: readonly Evidence[];
  /** The newest reading of every signal. */
  readonly newest: readonly Reading[];
  readonly progress: Progress;
}

/** `isSpoken`: somebody says that something is wrong, whatever it is. */
export type Complaints = (
  plight: Plight,
) => Pick<Situation, "isComplaint" | "isStuck"> & { readonly isSpoken: boolean };

/** What more than one terminal in thirty shows. */
const everyday = 1 / 30;

/** A payment that did not get through, for another reason than somebody at the counter. */
function isStuck({ newest, progress }: Plight): boolean {
  const brokenOff = newest.some(({ signal, value }) => signal === "compare.payment" && value === "broken_off");
  return !brokenOff && (progress === "not_sent" || progress === "sent_no_answer");
}

/** `index`: the number of each observation. */
export function createComplaints(catalogue: Catalogue, graph: Graph, index: ReadonlyMap<string, number>): Complaints {
  const stopsPayments = ({ faults }: Cluster) => faults.some((fault) => graph.stopsPayments[fault] === true);
  const isInUse = ({ faults }: Cluster) => faults.some((fault) => graph.aside[fault] !== true);
  return (plight) => {
    const holding = plight.evidence.filter(({ holds }) => holds).map(({ id }) => id);
    const shows = (ids: readonly string[], cluster: Cluster) =>
      ids.some((id) => cluster.observations.has(index.get(id) ?? -1));
    const complaints = holding.filter((id) => catalogue.observations[id]?.complaint === true);
    const stuck = isStuck(plight);
    // Whoever says anything means what can be seen to be wrong.
    const isReassured = plight.newest.some(({ signal, value }) => signal === "compare.tone" && value === "reassurance");
    const spoken = plight.newest.some(
      ({ signal }) => signal === "operator.screen_text" || (signal === "operator.report" && !isReassured),
    );
    // On a battery, used often: what is so on any good day is not what somebody speaks of.
    const unusual = holding.filter((id) => (catalogue.observations[id]?.leak ?? 0) < everyday);
    const isAbout = (cluster: Cluster): boolean =>
      shows(complaints, cluster) || (stuck && stopsPayments(cluster)) || (spoken && shows(unusual, cluster));
    // Nobody suffers from what is wrong with a way that is not in use.
    const isComplaint = (cluster: Cluster): boolean => isInUse(cluster) && isAbout(cluster);
    return { isComplaint, isStuck: stuck, isSpoken: spoken };
  };
}
