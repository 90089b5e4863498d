/** The folder of the local socket: what the agent refuses when it starts (ipc/socket-file.ts), said before. */
import { dirname } from "node:path";
import { type Looked, lookAt, may, modeText } from "../access.ts";
import { type KnownAccount, type Names, readNames } from "../account.ts";
import { createFinder, type Finding } from "../finding.ts";
import { type Check, configOf, type Place } from "../place.ts";

const find = createFinder("socket");
const writableByOthers = 0o022;

export interface SocketPlace {
  readonly folder: string;
  readonly looked: Looked;
  /** `ipc.group`. */
  readonly group: string | undefined;
  /** systemd makes it at the start. */
  readonly isMade: boolean;
}

/** What is wrong with `ipc.group`. */
function groupTrouble(
  { group }: SocketPlace,
  account: KnownAccount,
  names: Names,
): "no_group" | "not_member" | undefined {
  if (group === undefined) return undefined;
  const gid = names.gidOf(group);
  if (gid === undefined) return "no_group";
  return account.uid === 0 || account.gids.includes(gid) ? undefined : "not_member";
}

/** Pure. */
export function judgeSocket(found: SocketPlace, account: KnownAccount, names: Names): Finding {
  const { folder, looked } = found;
  const values = { folder, user: account.name, group: found.group ?? names.groupOf(account.gids[0] ?? 0) };
  const trouble = groupTrouble(found, account, names);
  if (trouble) return find(trouble, { values });
  if (looked.kind === "unseen") return find("unseen", { values });
  if (looked.kind === "gone") return find(found.isMade ? "not_yet" : "missing", { values });
  const { node } = looked;
  const more = { ...values, owner: names.userOf(node.uid), mode: modeText(node) };
  if ((node.mode & writableByOthers) !== 0) return find("open", { values: more });
  const isOurs = (node.uid === account.uid || node.uid === 0) && may(account, "write", node);
  return find(isOurs ? "ok" : "foreign", { values: more });
}

async function look(place: Place): Promise<Finding> {
  const config = configOf(place);
  if (!config) return find("needs_config");
  const folder = dirname(config["ipc.socket"]);
  const account = await place.account;
  if (account.kind === "missing") return find("missing", { values: { folder, user: account.name } });
  const looked = await lookAt(folder);
  const isMade = (await place.service)?.makes.includes(folder) ?? false;
  return judgeSocket({ folder, looked, isMade, group: config["ipc.group"] }, account, readNames(place.root));
}

export const socketCheck: Check = { id: "socket", limitMs: 6_000, look };
