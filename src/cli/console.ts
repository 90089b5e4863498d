/** `posdiag console`: the page on which vendor support sees terminals and asks them. */
import type { KeyObject } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { systemClock } from "../base/clock.ts";
import { AgentError } from "../base/errors.ts";
import { createLog, type Log } from "../base/log.ts";
import { systemRandom } from "../base/random.ts";
import { createCardDataGuard } from "../card-data/guard.ts";
import { collect } from "../collector/collector.ts";
import { createTally, refusedInAll } from "../collector/tally.ts";
import { startConsole } from "../console/console.ts";
import { createProxyTrust } from "../console/proxy.ts";
import type { ListenOptions } from "../console/server.ts";
import { builtInTexts } from "../faults/text.ts";
import { openStore, type Store } from "../store/store.ts";
import type { BrokerAccess } from "../uplink/options.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command, Io } from "./command.ts";
import { readInputFile } from "./input-file.ts";
import { type ListenAddress, readListenAddress } from "./listen-address.ts";
import { readCertificate, readPrivateKey } from "./pem-file.ts";
import { brokerHelp, brokerOptions, readBroker } from "./support-broker.ts";
import { createTeller, signingKey } from "./support-link.ts";

const name = "console";

const help = `Usage: posdiag console --database URL [OPTIONS]

Serves the page of vendor support: the fleet, each terminal with its verdicts and measurements, incidents, and commands to terminals
(docs/console.md). It listens on this machine only, unless it has TLS or stands behind a proxy that has. While there is no account a code is
printed, with which the first one is made; \`posdiag console user\` makes more.

Options:
  --database URL      postgres://USER@HOST/NAME, or a file for SQLite: the collector's
  --listen HOST:PORT  default: 127.0.0.1:8088; port 0: a free one
  --tls-cert FILE     the server's certificate with its chain, and
  --tls-key FILE      its private key; PEM, without a password
  --insecure-behind-proxy   TLS ends at a proxy in front, which alone can reach us
  --trust-user-header NAME  single sign-on: the proxy says in this header who asks,
  --trust-from ADDRESS      and only connections from there are believed, e.g. 10.0.0.5 or 10.0.0.0/8; more than once
  --metrics-token FILE   /metrics for whoever has the token of its first line (default: from this machine only)
  --key FILE          your private key, as \`posdiag support keygen\` made it: it signs commands, and with --collect what terminals are
                      told of the fleet. Without it, or --broker, terminals cannot be asked
${brokerHelp}
  --collect           be the collector as well (\`posdiag collector\`), which SQLite needs: one process, one file
  --page FOLDER       the page's files (default: beside the program)
  -h, --help          this text

Example:
  posdiag console --database posdiag.db --collect --broker mqtt://127.0.0.1:1883 --key keys/console.key
  posdiag console --database postgres://posdiag@db/posdiag --listen 0.0.0.0:8443 --tls-cert tls.pem --tls-key tls.key

Exit codes: 0 ended by a signal, 64 wrong use, 65 a certificate or key is none, 66 a file cannot be read, 74 the database cannot be used
`;

const options = {
  ...brokerOptions,
  database: { type: "string" },
  listen: { type: "string" },
  "tls-cert": { type: "string" },
  "tls-key": { type: "string" },
  "insecure-behind-proxy": { type: "boolean" },
  "trust-user-header": { type: "string" },
  "trust-from": { type: "string", multiple: true },
  "metrics-token": { type: "string" },
  key: { type: "string" },
  collect: { type: "boolean" },
  page: { type: "string" },
} as const;

interface Values {
  readonly listen?: string | undefined;
  readonly "tls-cert"?: string | undefined;
  readonly "tls-key"?: string | undefined;
  readonly "insecure-behind-proxy"?: boolean | undefined;
  readonly "trust-user-header"?: string | undefined;
  readonly "trust-from"?: readonly string[] | undefined;
}

const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;
const keep = { records: 30, samples: 90, cases: 400 };

function addressOf({ listen = "127.0.0.1:8088" }: Values): ListenAddress {
  const address = readListenAddress(listen);
  if (!address) throw usageError(name, `--listen is ${JSON.stringify(listen)}, not HOST:PORT`);
  return address;
}

async function tlsOf({ "tls-cert": cert, "tls-key": key }: Values): Promise<ListenOptions["tls"]> {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) throw usageError(name, "--tls-cert and --tls-key go together");
  const [certificate, privateKey] = [await readCertificate(cert), await readPrivateKey(key)];
  if (!certificate.checkPrivateKey(privateKey))
    throw new AgentError("INPUT_INVALID", `${key} is not the key of ${cert}`);
  return { cert: await readInputFile(cert), key: await readInputFile(key) };
}

/** Passwords and cookies never cross a network in the clear. */
async function listenOf(values: Values): Promise<ListenOptions> {
  const [address, tls] = [addressOf(values), await tlsOf(values)];
  if (tls || loopback.test(address.host) || values["insecure-behind-proxy"]) return { ...address, tls };
  const needed = "--tls-cert and --tls-key, or --insecure-behind-proxy, are needed";
  throw usageError(name, `${address.host} is not this machine only: ${needed}`);
}

function proxyOf({ "trust-user-header": header, "trust-from": from = [] }: Values) {
  if ((header === undefined) !== (from.length === 0)) {
    throw usageError(name, "--trust-user-header and --trust-from go together");
  }
  if (header !== undefined && !/^[A-Za-z0-9-]{1,64}$/.test(header)) {
    throw usageError(name, `--trust-user-header cannot be ${JSON.stringify(header)}`);
  }
  return createProxyTrust(header, from);
}

async function tokenIn(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const [token = ""] = (await readInputFile(path)).split(/\r?\n/, 1);
  if (/^\S{16,200}$/.test(token)) return token;
  throw new AgentError("INPUT_INVALID", `${path} has no token of 16 to 200 characters in its first line`);
}

/** Beside the program, or where `npm run build` puts it. */
function pageFolder(program = ""): string {
  const folder = existsSync(program) ? dirname(realpathSync(program)) : ".";
  const places = [join(folder, "console"), join(folder, "..", "dist", "console")];
  return places.find((place) => existsSync(join(place, "index.html"))) ?? join(folder, "console");
}

function logOf(io: Io): Log {
  const guard = createCardDataGuard();
  const mayWrite = (said: object) => guard.passes("log", said);
  return createLog({ clock: systemClock, threshold: "info", write: io.err, mayWrite });
}

/** The collector in this process, and how much it could not read. */
function collecting(broker: BrokerAccess, parts: { store: Store; log: Log; key: KeyObject | undefined }, io: Io) {
  const tally = createTally();
  const ports = { clock: systemClock, random: systemRandom, onState: createTeller("collector", io) };
  const done = collect({ ...parts, ...ports, broker, keep, group: "posdiag", tally }, io.stop);
  return { unreadable: () => refusedInAll(tally), done };
}

function tellWhere({ url, setupToken, hasPage }: Awaited<ReturnType<typeof startConsole>>, io: Io): void {
  io.err(`posdiag ${name}: ${url}\n`);
  if (!hasPage) io.err(`posdiag ${name}: the page's files are not there (--page), only what programs ask for\n`);
  if (setupToken !== undefined) {
    io.err(`posdiag ${name}: nobody has an account; open ${url} and make the first one with the code ${setupToken}\n`);
  }
}

function ended(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener("abort", () => resolve(), { once: true });
  });
}

export const consoleCommand: Command = {
  name,
  summary: "serve the page on which vendor support sees and asks terminals",
  help,
  run: async (args, io) => {
    const { values } = readArguments(name, { args: [...args], options });
    const { database, page, key, collect: isCollector = false } = values;
    if (database === undefined) throw usageError(name, "--database URL is needed");
    const broker = values.broker === undefined ? undefined : await readBroker(name, values);
    if (isCollector && !broker) throw usageError(name, "--collect needs --broker URL");
    const [where, proxy, log] = [await listenOf(values), proxyOf(values), logOf(io)];
    const metricsToken = await tokenIn(values["metrics-token"]);
    const privateKey = key === undefined ? undefined : await signingKey(key);
    await using store = await openStore({ url: database, onLost: () => log("warning", "console.connection_lost") });
    const collector = isCollector && broker ? collecting(broker, { store, log, key: privateKey }, io) : undefined;
    await using running = await startConsole({
      ...{ ...where, store, proxy, log, broker, metricsToken, key: privateKey, texts: builtInTexts },
      ...{ clock: systemClock, random: systemRandom, page: page ?? pageFolder(process.argv[1]) },
      isBehindProxy: values["insecure-behind-proxy"] ?? false,
      ...(collector ? { unreadable: collector.unreadable } : {}),
      onBroker: createTeller(name, io),
    });
    tellWhere(running, io);
    await ended(io.stop);
    await collector?.done;
    return 0;
  },
};
