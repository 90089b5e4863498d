/** Where a terminal stands, and what it measured over a span, as lines for people. */
import type { Measures } from "../model/measures.ts";
import type { Place } from "../model/record.ts";
import type { Received } from "../report/received.ts";
import type { Words } from "./words.ts";

export function placeText(place: Place, say: Words): string {
  const said = Object.entries(place).map(([name, text]) => `${say.places[name] ?? name} ${text}`);
  return said.join(", ");
}

/** The first line says of payments, the others of each quantity, issuer and way of reading. */
export function measuresLines(measures: Received<Measures>, say: Words): readonly string[] {
  const { spanS, signals, payments, issuers, reads } = measures;
  return [
    `${say.measured(Math.round(spanS / 60))} ${say.payments(payments)}`,
    ...signals.map(({ signal, low, mean, high, count }) => `${signal} ${low} … ${mean} … ${high} (${count})`),
    ...issuers.map(({ issuer, approved, refused }) => say.issuer(issuer, approved, refused)),
    ...reads.map(({ way, ok, failed }) => say.reads(say.readWays[way] ?? way, ok, failed)),
  ];
}
