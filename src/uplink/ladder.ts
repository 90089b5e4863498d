/**
 * What is still sent, by how much of the month's budget is used. Down at once; up again only when much less is used, as at
 * the month's beginning. Pure.
 */
import { type DataRung, dataRungs, type Standing } from "../model/data-use.ts";

export interface Terms {
  /** Of a month; 0: none. */
  readonly budgetBytes: number;
  /** Never above this one. */
  readonly most: DataRung;
}

/** Parts of the budget: from where on a rung is taken, and below which it is left. */
const takes = { events: { from: 0.8, until: 0.7 }, snapshot: { from: 0.95, until: 0.85 } } as const;

const depth = (rung: DataRung): number => dataRungs.indexOf(rung);

function byBudget(present: DataRung, part: number): DataRung {
  const holds = (rung: "events" | "snapshot") =>
    part >= (depth(present) >= depth(rung) ? takes[rung].until : takes[rung].from);
  if (holds("snapshot")) return "snapshot";
  return holds("events") ? "events" : "full";
}

export interface Ladder {
  /** Bytes of the month so far. */
  stand(usedBytes: number): Standing;
}

export function createLadder({ budgetBytes, most }: Terms): Ladder {
  let present: DataRung = "full";
  return {
    stand: (usedBytes) => {
      present = budgetBytes === 0 ? "full" : byBudget(present, usedBytes / budgetBytes);
      if (depth(present) > depth(most)) return { rung: present, reason: "month" };
      return { rung: most, reason: most === "full" ? "none" : "configured" };
    },
  };
}
