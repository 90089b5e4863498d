/** Arguments that the commands of vendor support share: which terminal, who asks, until when. */
import type { KeyObject } from "node:crypto";
import { AgentError } from "../base/errors.ts";
import type { LinkFailure } from "../uplink/failure.ts";
import type { BrokerAccess } from "../uplink/options.ts";
import { isTopicName, type TerminalName } from "../uplink/topics.ts";
import { usageError } from "./arguments.ts";
import type { Io } from "./command.ts";
import { readPrivateKey } from "./pem-file.ts";
import { type BrokerArguments, brokerHelp, brokerOptions, readBroker } from "./support-broker.ts";

export const terminalOptions = {
  ...brokerOptions,
  tenant: { type: "string" },
  terminal: { type: "string" },
  key: { type: "string" },
  who: { type: "string" },
  timeout: { type: "string" },
  json: { type: "boolean" },
} as const;

export const terminalHelp = `${brokerHelp}
  --tenant NAME       whose terminal it is
  --terminal SERIAL   which terminal
  --key FILE          your private key, as \`posdiag support keygen\` made it
  --who NAME          who asks, for the terminal's audit log (default: the name of the key's file)
  --timeout SECONDS   until when it must be done, 5 to 86400 (default: 120); a terminal that is away may still come back`;

export interface TerminalArguments extends BrokerArguments {
  readonly tenant?: string | undefined;
  readonly terminal?: string | undefined;
  readonly key?: string | undefined;
  readonly who?: string | undefined;
  readonly timeout?: string | undefined;
}

export interface Asking {
  readonly broker: BrokerAccess;
  readonly terminal: TerminalName;
  readonly privateKey: KeyObject;
  readonly who: string;
  readonly spanS: number;
}

function topicName(command: string, option: string, value: string | undefined): string {
  if (value === undefined) throw usageError(command, `--${option} is needed`);
  if (!isTopicName(value)) throw usageError(command, `--${option} cannot be ${value}`);
  return value;
}

function span(command: string, value = "120"): number {
  const seconds = Number(value);
  if (Number.isInteger(seconds) && seconds >= 5 && seconds <= 86_400) return seconds;
  throw usageError(command, `--timeout is ${JSON.stringify(value)}, not 5 to 86400 whole seconds`);
}

/** @throws AgentError INPUT_UNREADABLE, INPUT_INVALID */
export async function signingKey(path: string): Promise<KeyObject> {
  const key = await readPrivateKey(path);
  if (key.asymmetricKeyType === "ed25519") return key;
  throw new AgentError("INPUT_INVALID", `${path} holds no Ed25519 private key, as \`posdiag support keygen\` makes it`);
}

/** @throws AgentError USAGE, INPUT_UNREADABLE, INPUT_INVALID */
export async function readAsking(command: string, values: TerminalArguments): Promise<Asking> {
  const broker = await readBroker(command, values);
  const tenant = topicName(command, "tenant", values.tenant);
  const serial = topicName(command, "terminal", values.terminal);
  const spanS = span(command, values.timeout);
  if (values.key === undefined) throw usageError(command, "--key FILE is needed");
  const fileName = values.key.replace(/^.*\//, "").replace(/\.key$/, "");
  const who = values.who ?? fileName;
  if (!/^[A-Za-z0-9_.@-]{1,64}$/.test(who) || /\d{12}/.test(who)) {
    throw usageError(command, "--who is 1 to 64 of A-Z a-z 0-9 _ . @ -");
  }
  return { broker, terminal: { tenant, serial }, privateKey: await signingKey(values.key), who, spanS };
}

/** Told on standard error, so that standard output stays what terminals said; each news once. */
export function createTeller(command: string, io: Io): (state: "connected" | LinkFailure) => void {
  let told = "";
  return (state) => {
    const text = state === "connected" ? state : `waiting for the broker (${state.kind}, ${state.code})`;
    if (text !== told) io.err(`posdiag ${command}: ${text}\n`);
    told = text;
  };
}
