/** The terminal that a command of vendor support is about: how it is named, and what the database has of it. */
import type { TerminalView } from "../console/api.ts";
import { createIncidentDetails } from "../console/incident-details.ts";
import type { Telling } from "../console/views/row.ts";
import { terminalRow, terminalView } from "../console/views/terminal.ts";
import type { Store } from "../store/store.ts";
import type { FleetTerminal } from "../support/fleet-view.ts";
import { isTopicName, type TerminalName } from "../uplink/topics.ts";
import { usageError } from "./arguments.ts";
import type { Io } from "./command.ts";
import { terminalsIn } from "./stored-terminals.ts";

export interface Wanted {
  /** Undefined: whose it is was not said. */
  readonly tenant: string | undefined;
  readonly serial: string;
}

/** Who has the database sees all of it. */
const everybody = { name: "", role: "see", tenant: null } as const;

/** @throws AgentError USAGE */
export function readTerminal(command: string, [word, ...more]: readonly string[]): Wanted {
  const parts = word?.split("/") ?? [];
  const [first = "", second] = parts;
  const [tenant, serial] = second === undefined ? [undefined, first] : [first, second];
  const isName = isTopicName(serial) && (tenant === undefined || isTopicName(tenant));
  if (!isName || parts.length > 2 || more.length > 0) throw usageError(command, "TERMINAL is SERIAL or TENANT/SERIAL");
  return { tenant, serial };
}

/** In which words, and when. */
export interface Asking extends Telling {
  readonly nowMs: number;
}

/** With the same serial number; more than anybody would choose from. */
const mostTenants = 20;

export interface StoredTerminal {
  readonly terminal: FleetTerminal;
  readonly view: TerminalView;
}

/** One of each tenant that has this serial number. */
export async function storedTerminals(
  store: Store,
  wanted: Wanted,
  asking: Asking,
): Promise<readonly StoredTerminal[]> {
  const looking = { ...asking, person: everybody, details: createIncidentDetails(store) };
  const found: StoredTerminal[] = [];
  for await (const terminal of terminalsIn(store, wanted, mostTenants)) {
    const row = await terminalRow(store, terminal);
    if (row) found.push({ terminal, view: await terminalView(store, row, looking) });
  }
  return found;
}

export interface Asked {
  readonly wanted: Wanted;
  /** Of the command. */
  readonly name: string;
  readonly io: Io;
}

/** Exactly one, or says why not. */
export function theOne<T extends { readonly terminal: TerminalName }>(
  found: readonly T[],
  { wanted, name, io }: Asked,
): T | undefined {
  const [only, another] = found;
  if (only && !another) return only;
  const names = found.map(({ terminal }) => `${terminal.tenant}/${terminal.serial}`);
  io.err(`posdiag ${name}: ${only ? `which one: ${names.join(", ")}?` : `nothing is known of ${wanted.serial}`}\n`);
  return undefined;
}
