/** The golden incidents as the engine meets them: evidence and the newest readings, comparison and windows behind them. */
import type { Random } from "../../src/base/random.ts";
import { catalogue } from "../../src/faults/index.ts";
import { capabilitiesIn, readIncident } from "../../src/incident/incident.ts";
import type { Capability } from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import type { Reading } from "../../src/model/reading.ts";
import { detect } from "../../src/signals/detect.ts";
import { createThinker } from "../../src/think.ts";
import { type GoldenIncident, linesOf } from "../support/golden.ts";

const holdMs = 86_400_000;

export interface Posed {
  readonly incident: GoldenIncident;
  readonly capabilities: ReadonlySet<Capability>;
  readonly evidence: readonly Evidence[];
  readonly newest: readonly Reading[];
}

function posed(incident: GoldenIncident, readings: readonly Reading[]): Posed {
  const capabilities = capabilitiesIn(readings);
  const { book, see, think } = createThinker({ catalogue, capabilities, holdMs });
  see(readings);
  think(0);
  const evidence = detect(catalogue.observations, book, { nowMs: 0, holdMs });
  return { incident, capabilities, evidence, newest: book.newest() };
}

const readingsOf = (incident: GoldenIncident): readonly Reading[] => readIncident(linesOf(incident)).readings;
export const whole = (incident: GoldenIncident): Posed => posed(incident, readingsOf(incident));

/** With this share of the readings taken away at random. */
export function thinned(incident: GoldenIncident, share: number, random: Random): Posed {
  return posed(
    incident,
    readingsOf(incident).filter(() => random() >= share),
  );
}

/** One for each set of capabilities, because a terminal makes it once. */
export function perTerminal<T>(make: (capabilities: ReadonlySet<Capability>) => T): (row: Posed) => T {
  const made = new Map<string, T>();
  return ({ capabilities }) => {
    const key = [...capabilities].toSorted().join();
    const known = made.get(key) ?? make(capabilities);
    made.set(key, known);
    return known;
  };
}
