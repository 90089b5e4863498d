/**
 * The hints in force and what they say together: about one scope the newest, of one signal the closest to this terminal.
 * Bounded, and still nothing that was said before is taken again.
 */
import { type Concern, concernNames, type Hint } from "../model/hint.ts";
import { concerns, type Figures } from "./hint-admission.ts";

export interface HintBoard {
  /** Not newer than what was said of the same scope, or so old that this is not remembered. */
  isOld(hint: Hint): boolean;
  put(hint: Hint, endMs: number, figures: Figures): void;
  /** What holds now for a terminal that is this. Monotonic milliseconds. */
  say(nowMs: number, own: Concern): Figures;
  /** When the first of them ends; infinite where there is none. */
  endMs(): number;
  /** Hints in force, as of the last `say`. */
  readonly count: number;
}

interface Pinned {
  readonly hint: Hint;
  readonly endMs: number;
  readonly figures: Figures;
}

/** Scopes of one terminal: what its shop, region, carrier, acquirer and version can make together. */
const mostScopes = 32;

const scopeOf = ({ concerns: whom }: Hint): string => concernNames.map((name) => whom[name] ?? "").join(" ");
const closeness = ({ hint }: Pinned): number => Object.keys(hint.concerns).length;

export function createHintBoard(): HintBoard {
  /** When the newest of each scope was issued; longest unheard of first. */
  const issued = new Map<string, number>();
  let pinned: readonly Pinned[] = [];
  let floorS = 0;

  function remember(scope: string, issuedS: number): void {
    issued.delete(scope);
    issued.set(scope, issuedS);
    const [oldest] = issued;
    if (issued.size <= mostScopes || !oldest) return;
    issued.delete(oldest[0]);
    floorS = Math.max(floorS, oldest[1]);
    pinned = pinned.filter(({ hint }) => scopeOf(hint) !== oldest[0]);
  }

  return {
    isOld: (hint) => hint.issuedS <= (issued.get(scopeOf(hint)) ?? floorS),
    put: (hint, endMs, figures) => {
      const scope = scopeOf(hint);
      pinned = [...pinned.filter((other) => scopeOf(other.hint) !== scope), { hint, endMs, figures }];
      remember(scope, hint.issuedS);
    },
    say: (nowMs, own) => {
      pinned = pinned.filter(({ hint, endMs }) => endMs > nowMs && concerns(hint.concerns, own));
      const byWorth = pinned.toSorted((a, b) => closeness(a) - closeness(b) || a.hint.issuedS - b.hint.issuedS);
      return new Map(byWorth.flatMap(({ figures }) => [...figures]));
    },
    endMs: () => Math.min(...pinned.map(({ endMs }) => endMs)),
    get count() {
      return pinned.length;
    },
  };
}
