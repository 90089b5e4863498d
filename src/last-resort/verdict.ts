/** A diagnosis → what a code says of it. */
import type { Case, Diagnosis } from "../model/case.ts";
import { type Content, dated, evidenceCount, type Instant } from "./content.ts";
import { faultNumber, signNumber } from "./numbers.ts";
import { type Terminal, terminalHint } from "./seal.ts";
import { ages, chances, stepOf } from "./steps.ts";

const minuteMs = 60_000;

export interface Occasion extends Instant {
  readonly terminal: Terminal;
  /** 16 hexadecimal digits. */
  readonly boot: string;
  /** Of which the one of the verdict says since when; their times and `nowMs` are of one clock. */
  readonly cases: readonly Case[];
  readonly nowMs: number;
}

/** Of the first verdict; without one it says that nothing is wrong. */
export function contentOf({ verdicts, unknown }: Diagnosis, occasion: Occasion): Content {
  const { terminal, boot, cases, nowMs } = occasion;
  const [first] = verdicts;
  const open = cases.find(({ verdict }) => verdict.fault === first?.fault);
  const signs = (first?.evidence ?? []).map(({ id }) => signNumber(id)).filter((number) => number > 0);
  return {
    isKnown: !unknown,
    fault: first ? faultNumber(first.fault) : 0,
    chance: stepOf(chances, first?.probability ?? 0),
    evidence: signs.slice(0, evidenceCount),
    age: stepOf(ages, open ? (nowMs - open.openedAtMs) / minuteMs : 0),
    ...dated(occasion),
    boot: Number.parseInt(boot.slice(-1), 16) || 0,
    terminal: terminalHint(terminal),
  };
}
