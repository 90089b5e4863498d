/** Other programs that take modems, and whether they are told to leave this one alone. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { usesPort } from "../../agent/settings.ts";
import { systemCode } from "../../base/errors.ts";
import { type Holder, holderOf, likelyHolder } from "../../modem/holders.ts";
import { listPorts } from "../../modem/ports.ts";
import { textIn } from "../../probes/way/system-text.ts";
import { createFinder, type Finding } from "../finding.ts";
import { type Check, configOf, type Place } from "../place.ts";

const find = createFinder("rivals");

export interface Rivals {
  readonly port: string;
  /** Who has the port open, where it is not the agent. */
  readonly holder: Holder | undefined;
  /** A program that takes modems and runs. */
  readonly known: Holder | undefined;
  /** Properties that udev keeps of the port (udev/data of /run), undefined where it keeps none. */
  readonly properties: string | undefined;
}

/** Pure. */
export function judgeRivals({ port, holder, known, properties }: Rivals): Finding {
  if (holder) return find("holds", { values: { port, pid: holder.pid, program: holder.program || "?" } });
  if (!known) return find("ok");
  const values = { port, pid: known.pid, program: known.program };
  const isToldOff = known.program === "ModemManager" && /^E:ID_MM_(?:PORT|DEVICE)_IGNORE=1$/m.test(properties ?? "");
  return find(isToldOff ? "told_off" : "runs", { values });
}

/** Where udev keeps what its rules said of a device: `c` for character devices, then its number. */
async function propertiesOf(root: string, port: string): Promise<string | undefined> {
  try {
    const { rdev } = await stat(port);
    // makedev(3) of Linux: twelve bits of the major number above eight of the minor.
    const [major, minor] = [(rdev >> 8) & 0xfff, (rdev & 0xff) | ((rdev >> 12) & 0xfff00)];
    return textIn(join(root, "run/udev/data", `c${major}:${minor}`));
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

async function portOf(place: Place, named: string | undefined): Promise<string | undefined> {
  if (named !== undefined && named !== "auto") return named;
  const ports = await listPorts(place.roots);
  return ports.find(({ kind, role }) => kind === "modem" && role === "at")?.path;
}

async function look(place: Place): Promise<Finding> {
  const config = configOf(place);
  if (!config) return find("needs_config");
  if (!usesPort(config)) return find("unused");
  const port = await portOf(place, config["modem.port"]);
  const answer = await place.agent;
  const isAgents = answer.kind === "answer" && answer.status.modem.port === "open";
  const holder =
    port === undefined || isAgents || answer.kind !== "absent" ? undefined : await holderOf(port, place.roots);
  return judgeRivals({
    ...{ port: port ?? "modem.port", holder, known: await likelyHolder(place.roots) },
    properties: port === undefined ? undefined : await propertiesOf(place.root, port),
  });
}

export const rivalsCheck: Check = { id: "rivals", limitMs: 9_000, look };
