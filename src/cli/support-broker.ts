/** Which broker the commands of vendor support go to, and what it lets them in with. */
import { AgentError } from "../base/errors.ts";
import type { BrokerAccess } from "../uplink/options.ts";
import { usageError } from "./arguments.ts";
import { readInputFile } from "./input-file.ts";
import { readCertificate, readPrivateKey } from "./pem-file.ts";

export const brokerOptions = {
  broker: { type: "string" },
  ca: { type: "string" },
  cert: { type: "string" },
  "key-file": { type: "string" },
  username: { type: "string" },
  "password-file": { type: "string" },
} as const;

export const brokerHelp = `  --broker URL        mqtt://host:port, or mqtts://host:port for TLS
  --ca FILE           who signed the broker's certificate, PEM (default: the public authorities)
  --cert FILE         your certificate for the broker, and
  --key-file FILE     its private key; PEM, without a password
  --username NAME     user name for the broker
  --password-file FILE   its first line is the password`;

export type BrokerArguments = { readonly [Name in keyof typeof brokerOptions]?: string | undefined };

/** @throws AgentError USAGE */
function urlOf(command: string, { broker, ca, cert }: BrokerArguments): string {
  if (broker === undefined) throw usageError(command, "--broker URL is needed");
  if (!/^mqtts?:\/\/[^/\s]+$/.test(broker) || !URL.canParse(broker)) {
    throw usageError(command, "--broker is mqtt://host:port or mqtts://…");
  }
  // Else a name and password there would not be used, and be seen in the list of processes.
  if (new URL(broker).username !== "") throw usageError(command, "--broker has no user name: use --username");
  if (broker.startsWith("mqtt:") && (ca ?? cert) !== undefined) {
    throw usageError(command, "--ca and --cert are for mqtts://…, and --broker says mqtt://, without TLS");
  }
  return broker;
}

function checkPairs(command: string, values: BrokerArguments): void {
  const { cert, "key-file": keyFile, username, "password-file": passwordFile } = values;
  if ((cert === undefined) !== (keyFile === undefined)) throw usageError(command, "--cert and --key-file go together");
  // MQTT 3.1.1 section 3.1.2.9: no password without a user name.
  if (passwordFile !== undefined && username === undefined)
    throw usageError(command, "--password-file needs --username");
}

/** They are read anew for every connection; what is wrong with them is said once, here, with the file's name. */
async function checkFiles(values: BrokerArguments): Promise<void> {
  const { ca, cert, "key-file": keyFile, "password-file": passwordFile } = values;
  if (ca !== undefined) await readCertificate(ca);
  if (passwordFile !== undefined) await readInputFile(passwordFile);
  if (cert === undefined || keyFile === undefined) return;
  const [certificate, key] = [await readCertificate(cert), await readPrivateKey(keyFile)];
  if (certificate.checkPrivateKey(key)) return;
  throw new AgentError("INPUT_INVALID", `${keyFile} is not the key of ${cert}`);
}

/** @throws AgentError USAGE, INPUT_UNREADABLE, INPUT_INVALID */
export async function readBroker(command: string, values: BrokerArguments): Promise<BrokerAccess> {
  const url = urlOf(command, values);
  checkPairs(command, values);
  await checkFiles(values);
  const { ca, cert, "key-file": keyFile, username, "password-file": passwordFile } = values;
  return { url, username, passwordFile, tls: { caFile: ca, certFile: cert, keyFile } };
}
