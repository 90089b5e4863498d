/** `npm run sim -- --lab`: a shop's network for a person to walk about in. Runs until told to quit, SIGINT or SIGTERM. */
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createAcquirer } from "../acquirer.ts";
import { createHost, type Host } from "../host.ts";
import { createReference } from "../reference.ts";
import { LAB_FIELDS, readField } from "./fields.ts";
import { type Lab, type LabOptions, openLab } from "./lab.ts";
import { ADDRESSES } from "./state.ts";

const HOST_NAME = "host.acquirer.test";
const REFERENCE_NAME = "reference.test";
const names = { [HOST_NAME]: [ADDRESSES.host, ADDRESSES.host6], [REFERENCE_NAME]: ADDRESSES.reference };

export const LAB_USAGE = `npm run sim -- --lab [--wifi] [--mobile] [--dhcp] [--ipv6] [--seed N]
A shop's network in namespaces of this machine (docs/lab.md); needs root.
Commands on stdin: a key and a value, such as cable out, or wifi {"rssi_dbm":-85}; get, help, quit.
`;

export function readLabOptions(args: readonly string[]): LabOptions {
  const flag = { type: "boolean", default: false } as const;
  const options = { lab: flag, wifi: flag, mobile: flag, dhcp: flag, ipv6: flag, seed: { type: "string" } } as const;
  const { wifi, mobile, dhcp, ipv6, seed = "1" } = parseArgs({ args: [...args], options }).values;
  if (!/^\d{1,9}$/.test(seed)) throw new Error("--seed must be a whole number of at most nine digits");
  const addressing = dhcp ? "dhcp" : "static";
  return { seed: Number(seed), uplink: wifi ? "wifi" : "eth", mobile, addressing, ipv6, names };
}

/** Who listens in the world. */
async function invite(lab: Lab, seed: number): Promise<readonly Host[]> {
  const now = () => new Date();
  return Promise.all([
    createAcquirer({ name: HOST_NAME, seed, now, place: lab.world(ADDRESSES.host) }),
    createHost({ name: HOST_NAME, place: lab.world(ADDRESSES.hostAlt) }),
    createReference({ name: REFERENCE_NAME, now, place: lab.world(ADDRESSES.reference) }),
  ]);
}

function welcome(lab: Lab, hosts: readonly Host[]): string {
  const listening = hosts.map(({ name, address, port }) => `  listens   ${address}:${port} (${name})\n`);
  return [
    `  terminal  ${lab.enter.join(" ")} bash\n`,
    `  sees      ${lab.root}\n`,
    lab.uplink === "wlan0" ? `  Wi-Fi     wpa_cli -p ${lab.wpa} -i wlan0 status\n` : "",
    ...listening,
    `  names     ${ADDRESSES.dns}, ${ADDRESSES.dnsAlt}\n\n`,
  ].join("");
}

/** What is said to one line; undefined: it was the last one. */
export async function answerLine(line: string, lab: Pick<Lab, "set" | "state">): Promise<string | undefined> {
  const [word = "", ...rest] = line.trim().split(/\s+/);
  if (word === "quit") return undefined;
  if (word === "help") return LAB_FIELDS.map(({ name, allowed }) => `  ${name.padEnd(9)} ${allowed}\n`).join("");
  if (word !== "" && word !== "get") {
    const read = readField(word, wordValue(rest.join(" ")));
    if (read.kind === "bad") return `${read.error}\n`;
    await lab.set(read.change);
  }
  return `${JSON.stringify(lab.state())}\n`;
}

/** A JSON value if it is one, otherwise the word itself. */
function wordValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // a bare word such as `out`
  }
}

/** Until `quit`, the end of the input, or a signal. */
async function serve(lab: Lab): Promise<void> {
  const input = createInterface({ input: process.stdin });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => input.close());
  // One line after the other: what follows sees what the one before has set.
  for await (const line of input) {
    const answer = await answerLine(line, lab);
    if (answer === undefined) return;
    process.stdout.write(answer);
  }
}

export async function runLab(options: LabOptions): Promise<void> {
  const lab = await openLab(options);
  let hosts: readonly Host[] = [];
  try {
    hosts = await invite(lab, options.seed);
    process.stdout.write(welcome(lab, hosts));
    await serve(lab);
  } finally {
    process.stdin.destroy();
    await Promise.all(hosts.map((host) => host.close()));
    await lab.close();
  }
}
