/** An outcome must not be lost for a wrong value that was told beside it. */
import { events, parseRequest } from "../ipc/messages.ts";

export interface Sifted {
  readonly fit: Readonly<Record<string, unknown>>;
  readonly unfit: number;
}

/** What the agent would take of it, and of how many values it would not; `undefined` is neither. */
export function sift(facts: object): Sifted {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  const fit = given.filter(([signal, value]) => parseRequest(events.observe, { signal, value }).kind === "observe");
  return { fit: Object.fromEntries(fit), unfit: given.length - fit.length };
}
