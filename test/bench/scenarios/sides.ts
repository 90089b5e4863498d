/** The scenarios of each side, each with an agent of its own. */
import type { Program } from "../../../hw-sim/rig/program.ts";
import { modemFaults } from "../../scenarios/modem-faults.ts";
import { wayFaults } from "../../scenarios/network/faults.ts";
import { hostFaults } from "../../scenarios/network/host-faults.ts";
import { tillStories } from "../../scenarios/till/rows.ts";
import { isRightLife, liveWithModem } from "../../support/modem-life.ts";
import { liveAtRealTill, type RealTillLife } from "../../support/real-till-life.ts";
import { liveThrough } from "../../support/shop-life.ts";
import { isRight } from "../confusion.ts";
import type { Scenario, Side } from "./scenario.ts";

export interface Stage {
  readonly seed: number;
  /** The agent. */
  readonly program: Program;
}

interface Told {
  readonly named: string | undefined;
  readonly all: readonly string[];
  readonly thought: readonly string[];
}

/** Cases of other faults; where nothing was named, what was thought of without a case, too. */
function othersOf({ named, all, thought }: Told): readonly string[] {
  const cases = all.filter((each) => each !== named);
  return named === undefined ? [...cases, ...thought.slice(0, 2)] : cases;
}

function ofModem({ seed, program }: Stage): readonly Scenario[] {
  return modemFaults.map((fault) => ({
    ...{ side: "modem", name: fault.name, verdict: fault.verdict },
    live: async () => {
      const life = await liveWithModem(fault, { seed, program });
      const { named, afterS } = life;
      const others = othersOf(life);
      const stays = life.healedS === undefined && !isRightLife(life) ? ["not closed, or not in time"] : [];
      const story = [...stays, life.thought.join(", "), life.story].join("\n");
      return { named, afterS, others, right: isRightLife(life), story };
    },
  }));
}

function ofNetwork({ seed, program }: Stage): readonly Scenario[] {
  return [...wayFaults, ...hostFaults].map((fault) => ({
    ...{ side: "network", name: fault.name, verdict: fault.verdict },
    live: async () => {
      const life = await liveThrough(fault, seed, program);
      const { named, afterS } = life;
      const others = othersOf(life);
      return { named, afterS, others, right: isRight(life), story: [life.thought.join(", "), life.story].join("\n") };
    },
  }));
}

/** The expected cause once it was named in time; else what was said wrongly, or stood first in the end. */
function namedAtTill({ story, after, wrong, first }: RealTillLife): string | undefined {
  if (after !== undefined) return story.fault;
  if (wrong.length > 0 || story.fault === undefined) return wrong[0];
  return first;
}

function ofTerminal({ seed, program }: Stage): readonly Scenario[] {
  return tillStories.map((tale, at) => ({
    ...{ side: "terminal", name: tale.name, verdict: tale.fault },
    live: async () => {
      const life = await liveAtRealTill(tale, seed + at, program);
      const { judgement, afterMs, wrong, takenFor, falseCases } = life;
      const named = namedAtTill(life);
      const others = new Set([...wrong, ...takenFor, ...falseCases].filter((each) => each !== named));
      return {
        named,
        afterS: afterMs === undefined ? undefined : afterMs / 1_000,
        others: [...others],
        right: (judgement === "right" || judgement === "silent") && falseCases.length === 0,
        story: [judgement, ...life.looks, ...life.log.slice(-6)].join("\n"),
      };
    },
  }));
}

export const scenariosOf: Readonly<Record<Side, (stage: Stage) => readonly Scenario[]>> = {
  modem: ofModem,
  network: ofNetwork,
  terminal: ofTerminal,
};
