/** Hourly sums of payments, as terminals report them: by issuer, a few in a hundred refused, and nearly all of an issuer that is out. */
import type { Random } from "../../../src/base/random.ts";
import type { IssuerPayments } from "../../../src/model/measures.ts";
import type { Happening, Span } from "./happenings.ts";
import { issuers, pickBy, type Terminal, waiting } from "./world.ts";

const hourMs = 3_600_000;
const perHour = 6;
const usuallyRefused = 0.06;
const refusedWhenOut = 0.9;
const shares = issuers.map((issuer, place) => [issuer, 1 / (place + 1)] as const);

export interface Outage {
  readonly issuer: string;
  readonly span: Span;
}

function spanOfPayments({ fromMs, toMs }: Span, outage: Outage | undefined, random: Random): readonly IssuerPayments[] {
  const sums = new Map<string, { approved: number; refused: number }>();
  for (let atMs = fromMs + waiting(hourMs / perHour, random); atMs < toMs; ) {
    const issuer = pickBy(shares, random);
    const isOut = outage?.issuer === issuer && atMs >= outage.span.fromMs && atMs < outage.span.toMs;
    const sum = sums.get(issuer) ?? { approved: 0, refused: 0 };
    if (random() < (isOut ? refusedWhenOut : usuallyRefused)) sum.refused += 1;
    else sum.approved += 1;
    sums.set(issuer, sum);
    atMs += waiting(hourMs / perHour, random);
  }
  return [...sums].map(([issuer, sum]) => ({ issuer, ...sum }));
}

export function reports(
  terminals: readonly Terminal[],
  { fromMs, toMs }: Span,
  { outage, random }: { outage: Outage | undefined; random: Random },
): readonly Happening[] {
  return terminals.flatMap(({ member: { id } }) => {
    const found: Happening[] = [];
    for (let atMs = fromMs + random() * hourMs; atMs < toMs; atMs += hourMs) {
      const paid = spanOfPayments({ fromMs: atMs - hourMs, toMs: atMs }, outage, random);
      const sum = (of: "approved" | "refused"): number => paid.reduce((all, each) => all + each[of], 0);
      const payments = { approved: sum("approved"), refused: sum("refused"), unanswered: 0, unsent: 0 };
      if (paid.length > 0) found.push({ atMs, id, told: { kind: "payments", payments, issuers: paid, atMs } });
    }
    return found;
  });
}
