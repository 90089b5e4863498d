/**
 * Some hours of a simulated shop in counted time: it sells, then something is done to it, then that is put right; and what
 * was named meanwhile is written down as a merchant would have seen it, right after each payment.
 */
import { type CountedShop, openCountedShop } from "../../hw-sim/shop/counted-shop.ts";
import type { Visit } from "../../hw-sim/shop/crowd.ts";
import type { Ended } from "../../hw-sim/shop/prompts.ts";
import type { CaseEvent, Verdict } from "../../src/model/case.ts";
import type { Story } from "../scenarios/till/story.ts";
import { createTillMind, type TillMind } from "./till-mind.ts";
import { createMishaps, type Mishaps } from "./till-mishaps.ts";

export type Judgement = "right" | "late" | "wrong" | "not named" | "silent";

export interface TillLife {
  readonly story: Story;
  readonly judgement: Judgement;
  /** How many payments had been touched by the trouble when it was named first; 1 is the earliest. */
  readonly after: number | undefined;
  /** What was named with 0.9 or more and is not so, while it was to be named already. */
  readonly wrong: readonly string[];
  /** The same before that, when nobody can know better. */
  readonly takenFor: readonly string[];
  /** What was still named more than a quarter of an hour after it had been so. */
  readonly old: readonly string[];
  /** Cases of the hours when all was well that nothing excuses. */
  readonly falseCases: readonly string[];
  /** Cases that still stood at the end. */
  readonly left: readonly string[];
  readonly payments: number;
  readonly healthyPayments: number;
  /** Of the looks in the trouble, for who has to find out why. */
  readonly looks: readonly string[];
}

export interface Plan {
  readonly seed: number;
  /** Customers before, during and after. */
  readonly before: number;
  readonly during: number;
  readonly after: number;
}

const sure = 0.9;
/** A case that outlives what it is about by so long is an old one. */
const clearedMs = 1_800_000;
const openingMs = Date.UTC(2026, 10, 26, 2);

type Phase = "before" | "during" | "after";

interface Life {
  readonly story: Story;
  readonly place: CountedShop;
  readonly mind: TillMind;
  readonly mishaps: Mishaps;
  phase: Phase;
  repairedMs: number;
  payments: number;
  healthyPayments: number;
  /** Payments that did not go smoothly since it began. */
  touched: number;
  /** Reads of this payment missed. */
  missed: boolean;
  named: number | undefined;
  readonly wrong: Set<string>;
  readonly takenFor: Set<string>;
  readonly old: Set<string>;
  readonly falseCases: string[];
  readonly looks: string[];
}

function noteCases(life: Life, events: readonly CaseEvent[]): void {
  for (const { kind, case: told } of events) {
    const { fault } = told.verdict;
    if (kind === "closed" || life.phase === "during") continue;
    const nowMs = life.mind.nowMs();
    const isEcho = life.phase === "after" && nowMs - life.repairedMs < clearedMs;
    if (isEcho || life.mishaps.excuse(fault, nowMs)) continue;
    life.falseCases.push(`${fault} ${life.phase}`);
  }
}

const shown = ({ fault, probability, evidence }: Verdict): string =>
  `${fault} ${probability.toFixed(2)} [${evidence.map(({ id }) => id).join(" ")}]`;

/** What is said with certainty and is not so. */
function untrue({ story, mishaps, mind }: Life, verdicts: readonly Verdict[]): readonly string[] {
  return verdicts
    .filter(({ probability }) => probability >= sure)
    .map(({ fault }) => fault)
    .filter((fault) => fault !== story.fault && !story.also?.includes(fault) && !mishaps.excuse(fault, mind.nowMs()));
}

/** Named likelier than not, and before everything that is not true as well. */
function isNamed({ story, mishaps, mind }: Life, verdicts: readonly Verdict[]): boolean {
  const isTrue = (fault: string) => story.also?.includes(fault) || mishaps.excuse(fault, mind.nowMs());
  const first = verdicts.find(({ fault }) => fault === story.fault || !isTrue(fault));
  return first !== undefined && first.fault === story.fault && first.probability >= 0.5;
}

/** What a merchant sees who looks right after the payment; one with a mishap of its own does not count. */
function look(life: Life, { outcome, rc, hindrance, printer }: Ended, counts: boolean): void {
  const { mind, story } = life;
  const isSmooth = outcome === "approved" && printer === undefined && !life.missed;
  life.touched += isSmooth || !counts ? 0 : 1;
  life.missed = false;
  const { verdicts, unknown } = mind.look();
  if (isNamed(life, verdicts)) life.named ??= Math.max(1, life.touched);
  const wrong = life.touched >= (story.within ?? 1) ? life.wrong : life.takenFor;
  for (const fault of untrue(life, verdicts)) (life.mishaps.isOld(fault) ? life.old : wrong).add(fault);
  const said = verdicts.slice(0, 3).map(shown).join(", ") || (unknown ? "unknown" : "nothing");
  life.looks.push(`${life.touched}: ${hindrance ?? rc ?? outcome} → ${said}`);
}

async function serve(life: Life, { shopper, mishap }: Visit): Promise<void> {
  const { place, mind, mishaps } = life;
  life.missed = false;
  mishaps.note(mishap, mind.nowMs());
  if (life.phase !== "during") life.healthyPayments += 1;
  await place.shop.serve(shopper, (ended) => {
    life.payments += 1;
    mishaps.note(mishap, mind.nowMs());
    if (life.phase === "during") look(life, ended, mishap === "none");
  });
  await place.time.pass(1_000 * place.dice.between([20, 140]));
}

function putRight({ place }: Life, before: ReturnType<CountedShop["shop"]["state"]>): void {
  // A repaired application is a newer one; it is not put back.
  const { app_version: _, os_version: __, ...parts } = before;
  place.shop.set(parts);
}

async function live(life: Life, { before, during, after }: Plan): Promise<void> {
  const { place, story, mind } = life;
  const sell = async (customers: number, each: (visit: Visit, nth: number) => Visit) => {
    for (let nth = 0; nth < customers; nth += 1) await serve(life, each(place.crowd.next(), nth));
  };
  await sell(story.isNew ? 0 : before, (visit) => visit);
  const [parts, circumstances] = [place.shop.state(), place.bank.circumstances()];
  if (story.shop) place.shop.set(story.shop);
  if (story.bank) place.bank.set(story.bank);
  life.phase = "during";
  await sell(during, (visit, nth) => {
    if (nth === story.lasts) putRight(life, parts);
    const guest = story.guests?.(nth, visit.shopper) ?? visit.shopper;
    return guest === visit.shopper ? visit : { shopper: guest, mishap: "none" };
  });
  life.phase = "after";
  life.repairedMs = mind.nowMs();
  putRight(life, parts);
  place.bank.set(circumstances);
  if (story.reprints) await place.shop.reprint();
  await sell(after, (visit) => visit);
}

function judge({ story, named, wrong }: Life): Judgement {
  if (story.fault === undefined) return wrong.size > 0 ? "wrong" : "silent";
  if (named === undefined) return wrong.size > 0 ? "wrong" : "not named";
  if (wrong.size > 0) return "wrong";
  return named <= (story.within ?? 1) ? "right" : "late";
}

/** Lives through one story. The same seed gives the same life. */
export async function liveAtTill(story: Story, plan: Plan): Promise<TillLife> {
  const mishaps = createMishaps();
  const mind = createTillMind({ shop: () => place.shop, onCases: (events) => noteCases(life, events) });
  const place = openCountedShop({
    ...{ seed: plan.seed, startMs: openingMs, watch: mind.pass },
    tell: (telling) => {
      if (mishaps.hear(telling, mind.nowMs())) life.missed = true;
      mind.hear(telling);
    },
  });
  const counts = { repairedMs: 0, payments: 0, healthyPayments: 0, touched: 0, missed: false, named: undefined };
  const life: Life = {
    ...{ story, place, mind, mishaps, phase: "before", ...counts },
    ...{ wrong: new Set(), takenFor: new Set(), old: new Set(), falseCases: [], looks: [] },
  };
  await live(life, plan);
  return {
    ...{ story, judgement: judge(life), after: life.named, wrong: [...life.wrong] },
    ...{ takenFor: [...life.takenFor], old: [...life.old], falseCases: life.falseCases },
    left: mind.thinker.cases.open().map(({ verdict }) => verdict.fault),
    ...{ payments: life.payments, healthyPayments: life.healthyPayments, looks: life.looks },
  };
}
