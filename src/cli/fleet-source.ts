/** Where the commands of vendor support look terminals up: what a broker keeps of them, or what a collector has put into a database. */
import { access } from "node:fs/promises";
import { AgentError, systemCode } from "../base/errors.ts";
import { openStore, type Store } from "../store/store.ts";
import type { BrokerAccess } from "../uplink/options.ts";
import { usageError } from "./arguments.ts";
import { type BrokerArguments, brokerHelp, brokerOptions, readBroker } from "./support-broker.ts";

export const sourceOptions = {
  ...brokerOptions,
  database: { type: "string" },
  timeout: { type: "string" },
} as const;

export const databaseHelp = `  --database URL      postgres://USER@HOST/NAME or the file of a SQLite database, as \`posdiag collector\` was given; a password
                      is better in PGPASSWORD or ~/.pgpass, where nobody else sees it`;

export const sourceHelp = `${databaseHelp}
 or what the broker keeps: who is there, and which faults are open
${brokerHelp}
  --timeout SECONDS   how long to wait for the broker (default: 10)`;

export interface BrokerSource {
  readonly kind: "broker";
  readonly broker: BrokerAccess;
  /** How long to wait for it. */
  readonly connectMs: number;
}

type FleetSource = BrokerSource | { readonly kind: "database"; readonly url: string };

interface SourceArguments extends BrokerArguments {
  readonly database?: string | undefined;
  readonly timeout?: string | undefined;
}

/** @throws AgentError USAGE, INPUT_UNREADABLE, INPUT_INVALID */
export async function readSource(command: string, values: SourceArguments): Promise<FleetSource> {
  const { database, broker, timeout = "10" } = values;
  if ((database === undefined) === (broker === undefined)) {
    throw usageError(command, "either --broker URL or --database URL is needed");
  }
  if (database !== undefined) return { kind: "database", url: database };
  const connectMs = Number(timeout) * 1_000;
  if (!(connectMs > 0)) throw usageError(command, `--timeout is ${JSON.stringify(timeout)}, not a number above 0`);
  return { kind: "broker", broker: await readBroker(command, values), connectMs };
}

/**
 * Of a database that is there: a file that was mistyped would else be made, and be empty.
 * @throws AgentError INPUT_UNREADABLE, STORE_FAILED, USAGE
 */
export async function openExisting(url: string): Promise<Store> {
  if (!url.includes("://")) {
    try {
      await access(url);
    } catch (error) {
      throw new AgentError("INPUT_UNREADABLE", `${url} (${systemCode(error)})`, { cause: error });
    }
  }
  return openStore({ url });
}
