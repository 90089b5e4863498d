/**
 * Some hours of a simulated shop: it sells, then something is done to it, then that is put right; and what was named
 * meanwhile is written down as a merchant would have seen it, right after each payment.
 */

import { openCountedShop } from "../../hw-sim/shop/counted-shop.ts";
import type { Visit } from "../../hw-sim/shop/crowd.ts";
import type { Ended } from "../../hw-sim/shop/prompts.ts";
import type { Shop } from "../../hw-sim/shop/shop.ts";
import type { CaseEvent } from "../../src/model/case.ts";
import { nearCertain } from "../../src/model/told.ts";
import type { Story } from "../scenarios/till/story.ts";
import { createTillMind } from "./till-mind.ts";
import { createMishaps, type Mishaps } from "./till-mishaps.ts";
import type { Looked, TillEars, TillPlace } from "./till-place.ts";

export type Judgement = "right" | "late" | "wrong" | "not named" | "silent";

export interface TillLife {
  readonly story: Story;
  readonly judgement: Judgement;
  /** How many payments had been touched by the trouble when it was named first; 1 is the earliest. */
  readonly after: number | undefined;
  /** The same in milliseconds of the place's own time. */
  readonly afterMs: number | undefined;
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

/** A case that outlives what it is about by so long is an old one. */
const clearedMs = 1_800_000;
const openingMs = Date.UTC(2026, 10, 26, 2);

type Phase = "before" | "during" | "after";

interface Life {
  readonly story: Story;
  readonly place: TillPlace;
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
  begunMs: number;
  namedMs: number | undefined;
  readonly wrong: Set<string>;
  readonly takenFor: Set<string>;
  readonly old: Set<string>;
  readonly falseCases: string[];
  readonly looks: string[];
}

function noteCase(life: Life, fault: string): void {
  if (life.phase === "during") return;
  const nowMs = life.place.nowMs();
  const isEcho = life.phase === "after" && nowMs - life.repairedMs < clearedMs;
  if (isEcho || life.mishaps.excuse(fault, nowMs)) return;
  life.falseCases.push(`${fault} ${life.phase}`);
}

type Said = Looked["verdicts"][number];

const shown = ({ fault, probability, evidence }: Said): string =>
  `${fault} ${probability.toFixed(2)} [${evidence.map(({ id }) => id).join(" ")}]`;

/** What is said with certainty and is not so. */
function untrue({ story, mishaps, place }: Life, verdicts: readonly Said[]): readonly string[] {
  return verdicts
    .filter(({ probability }) => probability >= nearCertain)
    .map(({ fault }) => fault)
    .filter((fault) => fault !== story.fault && !story.also?.includes(fault) && !mishaps.excuse(fault, place.nowMs()));
}

/** Named likelier than not, and before everything that is not true as well. */
function isNamed({ story, mishaps, place }: Life, verdicts: readonly Said[]): boolean {
  const isTrue = (fault: string) => story.also?.includes(fault) || mishaps.excuse(fault, place.nowMs());
  const first = verdicts.find(({ fault }) => fault === story.fault || !isTrue(fault));
  return first !== undefined && first.fault === story.fault && first.probability >= 0.5;
}

/** What a merchant sees who looks right after the payment; one with a mishap of its own does not count. */
async function look(life: Life, { outcome, rc, hindrance, printer }: Ended, counts: boolean): Promise<void> {
  const { place, story } = life;
  const isSmooth = outcome === "approved" && printer === undefined && !life.missed;
  life.touched += isSmooth || !counts ? 0 : 1;
  life.missed = false;
  const { verdicts, unknown } = await place.look();
  if (isNamed(life, verdicts)) {
    life.named ??= Math.max(1, life.touched);
    life.namedMs ??= place.nowMs();
  }
  const wrong = life.touched >= (story.within ?? 1) ? life.wrong : life.takenFor;
  for (const fault of untrue(life, verdicts)) (life.mishaps.isOld(fault) ? life.old : wrong).add(fault);
  const said = verdicts.slice(0, 3).map(shown).join(", ") || (unknown ? "unknown" : "nothing");
  life.looks.push(`${life.touched}: ${hindrance ?? rc ?? outcome} → ${said}`);
}

async function serve(life: Life, { shopper, mishap }: Visit): Promise<void> {
  const { place, mishaps } = life;
  life.missed = false;
  mishaps.note(mishap, place.nowMs());
  if (life.phase !== "during") life.healthyPayments += 1;
  await place.shop.serve(shopper, async (ended) => {
    life.payments += 1;
    mishaps.note(mishap, place.nowMs());
    if (life.phase === "during") await look(life, ended, mishap === "none");
  });
  await place.lull();
}

function putRight({ place }: Life, before: ReturnType<Shop["state"]>): void {
  // A repaired application is a newer one; it is not put back.
  const { app_version: _, os_version: __, ...parts } = before;
  place.shop.set(parts);
}

async function live(life: Life, { before, during, after }: Plan): Promise<void> {
  const { place, story } = life;
  const sell = async (customers: number, each: (visit: Visit, nth: number) => Visit) => {
    for (let nth = 0; nth < customers; nth += 1) await serve(life, each(place.crowd.next(), nth));
  };
  if (story.was) place.shop.set(story.was);
  await sell(story.isNew ? 0 : before, (visit) => visit);
  const [parts, circumstances] = [place.shop.state(), place.bank.circumstances()];
  if (story.shop) place.shop.set(story.shop);
  if (story.bank) place.bank.set(story.bank);
  life.phase = "during";
  life.begunMs = place.nowMs();
  await place.begun?.();
  await sell(during, (visit, nth) => {
    if (nth === story.lasts) putRight(life, parts);
    const guest = story.guests?.(nth, visit.shopper) ?? visit.shopper;
    if (guest === visit.shopper) return visit;
    // Some fen more each time: one card that pays one sum twice within minutes is a story of its own.
    return { shopper: { ...guest, amountFen: guest.amountFen + nth }, mishap: "none" };
  });
  life.phase = "after";
  life.repairedMs = place.nowMs();
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

/** Lives through one story at the place that `open` gives. */
export async function liveStory(
  story: Story,
  plan: Plan,
  open: (ears: TillEars) => TillPlace | Promise<TillPlace>,
): Promise<TillLife> {
  const mishaps = createMishaps();
  const place = await open({
    hear: (telling) => {
      if (mishaps.hear(telling, place.nowMs())) life.missed = true;
    },
    noteCase: (fault) => noteCase(life, fault),
  });
  const counts = { payments: 0, healthyPayments: 0, touched: 0, missed: false, named: undefined };
  const times = { begunMs: 0, namedMs: undefined, repairedMs: 0 };
  const life: Life = {
    ...{ story, place, mishaps, phase: "before", ...counts, ...times },
    ...{ wrong: new Set(), takenFor: new Set(), old: new Set(), falseCases: [], looks: [] },
  };
  await live(life, plan);
  return {
    ...{ story, judgement: judge(life), after: life.named, wrong: [...life.wrong] },
    afterMs: life.namedMs === undefined ? undefined : life.namedMs - life.begunMs,
    ...{ takenFor: [...life.takenFor], old: [...life.old], falseCases: life.falseCases },
    left: await place.left(),
    ...{ payments: life.payments, healthyPayments: life.healthyPayments, looks: life.looks },
  };
}

/** In counted time. The same seed gives the same life. */
export function liveAtTill(story: Story, plan: Plan): Promise<TillLife> {
  return liveStory(story, plan, ({ hear, noteCase: note }) => {
    const onCases = (events: readonly CaseEvent[]): void => {
      for (const { kind, case: told } of events) if (kind !== "closed") note(told.verdict.fault);
    };
    const mind = createTillMind({ shop: () => counted.shop, onCases });
    const counted = openCountedShop({
      ...{ seed: plan.seed, startMs: openingMs, watch: mind.pass },
      tell: (telling) => {
        hear(telling);
        mind.hear(telling);
      },
    });
    const { shop, bank, crowd, time, dice } = counted;
    return {
      ...{ shop, bank, crowd, nowMs: mind.nowMs, look: mind.look },
      lull: () => time.pass(1_000 * dice.between([20, 140])),
      left: () => mind.thinker.cases.open().map(({ verdict }) => verdict.fault),
    };
  });
}
