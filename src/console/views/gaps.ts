/** Which reports of a terminal have not come: those that are missing, and those that it says it had to drop. */
import { runsOfText } from "../../collector/account-row.ts";
import { type Run, type Runs, union } from "../../model/dropped.ts";
import { fieldOf, listOf, numberOf, parsed } from "../../store/stored-json.ts";
import type { TerminalView } from "../api.ts";

export interface StoredBoot {
  readonly boot: string;
  readonly up_to: number;
  readonly last_seq: number;
  readonly came: string;
  readonly dropped: string;
}

type Gap = TerminalView["gaps"][number];
const mostGaps = 100;

/** Everything up to `above` is accounted for. */
function missing(above: number, upTo: number, known: Runs): Runs {
  const found: Run[] = [];
  let next = above + 1;
  for (const [first, last] of known) {
    if (first > next) found.push([next, Math.min(first - 1, upTo)]);
    next = Math.max(next, last + 1);
  }
  if (next <= upTo) found.push([next, upTo]);
  return found.filter(([first, last]) => first <= last);
}

function droppedRuns(stored: string): Runs {
  const classes: unknown = parsed(stored);
  const all = typeof classes === "object" && classes !== null ? Object.values(classes) : [];
  return union(
    ...all.map((each): Runs => {
      const runs = listOf(fieldOf(each, "runs")).map((run): Run => {
        const [first, last] = listOf(run);
        return [numberOf(first), numberOf(last)];
      });
      // Which ones of these is not told.
      const rests = listOf(fieldOf(each, "rests")).map((rest): Run => {
        return [numberOf(fieldOf(rest, "firstSeq")), numberOf(fieldOf(rest, "lastSeq"))];
      });
      return [...runs, ...rests];
    }),
  );
}

export function gapsOf(boots: readonly StoredBoot[]): readonly Gap[] {
  const gaps = boots.flatMap(({ boot, up_to, last_seq, came, dropped }): Gap[] => {
    const gone = droppedRuns(dropped);
    const lost = missing(up_to, last_seq, union(runsOfText(came), gone));
    const gap =
      (isDropped: boolean) =>
      ([from, to]: Run) => ({ boot, from, to, dropped: isDropped });
    return [...lost.map(gap(false)), ...gone.map(gap(true))].toSorted((a, b) => a.from - b.from);
  });
  return gaps.slice(0, mostGaps);
}
