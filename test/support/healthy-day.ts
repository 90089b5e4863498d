/** Days of a shop in which nothing is wrong: customers with their mishaps, weather, nights; and every case that was opened. */
import { openCountedShop } from "../../hw-sim/shop/counted-shop.ts";
import type { CaseEvent } from "../../src/model/case.ts";
import { createRestlessDay, type Site } from "./restless-day.ts";
import { createTillMind } from "./till-mind.ts";
import { createMishaps } from "./till-mishaps.ts";

export interface HealthyDays {
  readonly site: Site;
  readonly days: number;
  readonly payments: number;
  /** Cases of what people did, rightly named. */
  readonly excused: number;
  /** What was named and was not so: fault, and the day's hour. */
  readonly false: readonly string[];
}

const hourMs = 3_600_000;
const openingMs = Date.UTC(2026, 10, 26, 1);
const openHours = 12;
const customersADay = 70;

export async function liveHealthily(seed: number, site: Site, days: number): Promise<HealthyDays> {
  const mishaps = createMishaps();
  const mistakes: string[] = [];
  let [payments, excused] = [0, 0];
  const judge = (events: readonly CaseEvent[]): void => {
    for (const { kind, case: told } of events) {
      if (kind === "closed") continue;
      const { fault, evidence } = told.verdict;
      if (mishaps.excuse(fault, mind.nowMs())) excused += 1;
      else
        mistakes.push(
          `${fault} at ${(mind.nowMs() / hourMs).toFixed(1)} h by ${evidence.map(({ id }) => id).join(" ")}`,
        );
    }
  };
  const mind = createTillMind({ shop: () => place.shop, onCases: judge, around: createRestlessDay(seed, site), site });
  const place = openCountedShop({
    ...{ seed, startMs: openingMs, watch: mind.pass },
    tell: (telling) => {
      mishaps.hear(telling, mind.nowMs());
      mind.hear(telling);
    },
  });
  const { time, dice, crowd, shop } = place;
  for (let day = 0; day < days; day += 1) {
    const closesMs = (day * 24 + openHours) * hourMs;
    while (mind.nowMs() < closesMs) {
      await time.pass(Math.round((-Math.log(1 - dice.roll()) * openHours * hourMs) / customersADay));
      const { shopper, mishap } = crowd.next();
      mishaps.note(mishap, mind.nowMs());
      await shop.serve(shopper, () => {
        payments += 1;
        mishaps.note(mishap, mind.nowMs());
      });
    }
    await time.pass((day + 1) * 24 * hourMs - mind.nowMs());
  }
  return { site, days, payments, excused, false: mistakes };
}
