/** Which view the address names. The part behind `#` only, so that the server has one page to serve. */

import { lookUp } from "./look-up.ts";

export type View =
  | "fleet"
  | "terminals"
  | "terminal"
  | "incidents"
  | "incident"
  | "audit"
  | "users"
  | "account"
  | "help"
  | "unknown";

export interface Route {
  readonly view: View;
  /** What the path names: tenant and serial, or an id. */
  readonly names: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

const simple: Readonly<Record<string, View>> = {
  "": "fleet",
  terminals: "terminals",
  incidents: "incidents",
  audit: "audit",
  users: "users",
  account: "account",
  help: "help",
};

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // somebody typed a lone %
  }
}

export function readRoute(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?");
  const [head = "", ...names] = path.split("/").map(decoded);
  const query = Object.fromEntries(new URLSearchParams(search));
  if (head === "t" && names.length === 2) return { view: "terminal", names, query };
  if (head === "incidents" && names.length === 1) return { view: "incident", names, query };
  return { view: names.length === 0 ? (lookUp(simple, head) ?? "unknown") : "unknown", names, query };
}

/** Without what is empty. */
export function searchOf(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

export const hashes = {
  terminals: (query: Readonly<Record<string, string | undefined>> = {}) => `#/terminals${searchOf(query)}`,
  terminal: (tenant: string, serial: string) => `#/t/${encodeURIComponent(tenant)}/${encodeURIComponent(serial)}`,
  incident: (id: string) => `#/incidents/${encodeURIComponent(id)}`,
};
