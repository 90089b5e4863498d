/** Who may do what: each role may do what those before it may. */
import { verbTerms } from "../commands/verbs.ts";
import type { VerbName } from "../model/command.ts";
import type { Role } from "./api.ts";

export const roles = ["see", "ask", "command"] as const satisfies readonly Role[];

export function isRole(word: unknown): word is Role {
  return roles.some((known) => known === word);
}

export function atLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}

export function mayAskFor(role: Role, verb: VerbName): boolean {
  return atLeast(role, verbTerms[verb].reads ? "ask" : "command");
}
