/** posdiag beside the payment application: is told what happened, and asked what it means. Selling never waits for it. */
import { type Door, openDoor } from "../rig/door.ts";
import type { Telling } from "./statement.ts";

export interface Advice {
  /** By rank; at most two fit the screen. */
  readonly verdicts: readonly {
    readonly fault: string;
    readonly probability: number;
    readonly say: string;
    readonly do: readonly string[];
    readonly do_not: readonly string[];
  }[];
  readonly unknown: boolean;
}

export interface Adviser {
  tell(telling: Telling): void;
  /** Undefined when there is no agent, or it does not answer in time. */
  ask(): Promise<Advice | undefined>;
  close(): void;
}

/** posdiag thinks at most five times a second. */
const THOUGHT_MS = 400;
const MOST_SHOWN = 2;

/** Without a path nobody is told and nobody asked. */
export function createAdviser(path: string | undefined, lang: "zh-CN" | "en"): Adviser {
  let door: Door | undefined;
  let trying = false;
  const knock = async (): Promise<void> => {
    if (path === undefined || trying || door?.isOpen()) return;
    trying = true;
    // Not there yet, or gone: it is tried again with the next thing to say.
    door = await openDoor(path).catch(() => undefined);
    trying = false;
  };
  void knock();
  return {
    tell: (telling) => {
      if (door?.isOpen()) door.tell("posdiag.tell", telling);
      else void knock();
    },
    ask: async () => {
      await knock();
      if (!door?.isOpen()) return undefined;
      await new Promise((resolve) => setTimeout(resolve, THOUGHT_MS));
      const answer = await door.ask("posdiag.diagnose", { lang }).catch(() => undefined);
      return answer === undefined ? undefined : adviceIn(answer["diagnosis"]);
    },
    close: () => door?.close(),
  };
}

function adviceIn(diagnosis: unknown): Advice {
  const given: Partial<Advice> = typeof diagnosis === "object" && diagnosis !== null ? diagnosis : {};
  return { verdicts: (given.verdicts ?? []).slice(0, MOST_SHOWN), unknown: given.unknown === true };
}
