/** False alarms of terminals in good order, over days with the noise of real ones. */
import { type HealthyDays, liveHealthily } from "../support/healthy-day.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";

const mostADay = 0.05;
const sites = ["mobile", "shop"] as const;

const rowOf = ({ site, days, payments, excused, false: mistakes }: HealthyDays): readonly string[] => [
  site,
  String(days),
  String(payments),
  String(excused),
  String(mistakes.length),
  (mistakes.length / days).toFixed(3),
];

export const healthyDays: Measurement = {
  name: "healthy-days",
  summary: "false alarms a day of terminals with which nothing is wrong",
  options: {
    seed: { text: "of everything that is thrown dice for; 0: drawn", default: "7" },
    days: { text: "in all, one terminal a day, half of them mobile and half in a shop", default: "30" },
  },
  run: async (values, say): Promise<Outcome> => {
    const seed = seedOf(values);
    const days = numberOf(values, "days", [2, 10_000]);
    const lives: HealthyDays[] = [];
    for (let day = 0; day < days; day += 1) {
      const site = sites[day % sites.length] ?? "mobile";
      const life = await liveHealthily(seed + day, site, 1);
      lives.push(life);
      for (const mistake of life.false) say(`day ${day + 1}, ${site}: ${mistake}`);
    }
    const total = (site: (typeof sites)[number]): HealthyDays => {
      const own = lives.filter((life) => life.site === site);
      const sum = (of: (life: HealthyDays) => number) => own.reduce((all, life) => all + of(life), 0);
      return {
        ...{
          site,
          days: own.length,
          payments: sum(({ payments }) => payments),
          excused: sum(({ excused }) => excused),
        },
        false: own.flatMap((life) => life.false),
      };
    };
    const totals = sites.map(total);
    const mistakes = totals.flatMap((each) => each.false);
    const aDay = mistakes.length / days;
    return {
      tables: [
        {
          title: `Terminals in good order, seed ${seed}`,
          columns: ["site", "days", "payments", "of what people did", "false alarms", "a day"],
          rows: totals.map(rowOf),
        },
      ],
      notes: [
        `${mistakes.length} false alarms in ${days} device-days, ${aDay.toFixed(3)} a day; at most ${mostADay} are allowed.`,
        ...mistakes,
      ],
      data: { seed, days, aDay, mistakes, totals },
      failed: aDay > mostADay,
    };
  },
};
