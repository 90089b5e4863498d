/** Small numbers over time, from which curves are drawn and terminals compared. */
import type { Selectable } from "kysely";
import type { Measures } from "../model/measures.ts";
import type { Received, ReceivedBody } from "../report/received.ts";
import type { SampleTable } from "../store/schema.ts";
import { wordOf } from "./stored-text.ts";

export type Sample = Omit<Selectable<SampleTable>, "terminal_id" | "at_ms">;

/** Of one report, whatever it says. */
const mostSamples = 100;

const counted = (signal: string, count: number): Sample => ({ signal, low: count, mean: count, high: count, count: 1 });

/** Where nobody paid nothing is stored; where somebody did, the noughts as well. */
function paymentsOf({ payments, issuers }: Received<Measures>): readonly Sample[] {
  const { approved, refused, unanswered, unsent } = payments;
  const ends = Object.entries({ approved, refused, unanswered, unsent });
  if (ends.every(([, count]) => count === 0)) return [];
  return [
    ...ends.map(([end, count]) => counted(`payments.${end}`, count)),
    ...issuers.flatMap((each) => {
      const name = `issuer.${wordOf(each.issuer)}`;
      return [counted(`${name}.approved`, each.approved), counted(`${name}.refused`, each.refused)];
    }),
  ];
}

function measuredOf({ signals, reads, ...measures }: Received<Measures>): readonly Sample[] {
  return [
    ...signals.map(({ signal, low, mean, high, count }) => ({ signal: wordOf(signal), low, mean, high, count })),
    ...paymentsOf({ signals, reads, ...measures }),
    ...reads.flatMap(({ way, ok, failed }) => [
      counted(`reads.${wordOf(way)}.ok`, ok),
      counted(`reads.${wordOf(way)}.failed`, failed),
    ]),
  ];
}

export function samplesOf(body: ReceivedBody): readonly Sample[] {
  if (body.kind === "measures") return measuredOf(body.measures).filter(isSound).slice(0, mostSamples);
  if (body.kind !== "heartbeat" || !body.heartbeat.data) return [];
  return [counted("data.day_kb", Math.ceil(body.heartbeat.data.dayBytes / 1_024))];
}

/** PostgreSQL's `real` ends at 3.4e38. */
function isSound({ low, mean, high }: Sample): boolean {
  return [low, mean, high].every((value) => Math.abs(Number(value)) < 1e30);
}
