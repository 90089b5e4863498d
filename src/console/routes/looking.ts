/** Who looks, in which language, when; and the terminal that a path names. */
import { isTopicName } from "../../uplink/topics.ts";
import type { Parts } from "../parts.ts";
import { maySeeTenant } from "../person.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Looking } from "../views/incident.ts";
import { type StoredTerminal, terminalRow } from "../views/terminal.ts";
import { type Ask, languageOf } from "../web.ts";

export function lookingOf(ask: Ask, { texts, clock, details }: Parts): Looking {
  return { person: ask.get("session"), language: languageOf(ask), texts, details, nowMs: clock.wallMs() };
}

/** What one may not see is not there. */
export async function namedTerminal(
  ask: Ask,
  { store }: Parts,
  name = { tenant: ask.req.param("tenant") ?? "", serial: ask.req.param("serial") ?? "" },
): Promise<StoredTerminal | Refusal> {
  if (!isTopicName(name.tenant) || !isTopicName(name.serial)) return refuse("not_found");
  if (!maySeeTenant(ask.get("session"), name.tenant)) return refuse("not_found");
  return (await terminalRow(store, name)) ?? refuse("not_found");
}
