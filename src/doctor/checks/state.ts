/** The folder of the agent's state: outbox, memory, alarms. */
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { systemCode } from "../../base/errors.ts";
import { type Looked, lookAt, may, mayAnybody, mayReach, modeText } from "../access.ts";
import { type KnownAccount, type Names, readNames } from "../account.ts";
import { createFinder, type Finding } from "../finding.ts";
import { type Check, configOf, type Place } from "../place.ts";

const find = createFinder("state");

/** Files looked at: an outbox has some dozens of segments. */
const mostFiles = 500;
const mostTold = 5;

export interface Owned {
  readonly path: string;
  readonly uid: number;
}

export interface StateFolder {
  readonly folder: string;
  readonly looked: Looked;
  /** Whether the folders above let the agent's user through. */
  readonly reached: boolean;
  /** What lies in it and one folder further down; undefined where we may not look. */
  readonly files: readonly Owned[] | undefined;
  /** systemd makes it at the start. */
  readonly isMade: boolean;
}

/** Pure. */
export function judgeState(found: StateFolder, account: KnownAccount, names: Names): Finding {
  const { folder, looked, files } = found;
  const values = { folder, user: account.name };
  if (looked.kind === "unseen") return find("unseen", { values });
  if (looked.kind === "gone") return find(found.isMade ? "not_yet" : "missing", { values });
  const { node } = looked;
  const more = { ...values, owner: names.userOf(node.uid), mode: modeText(node) };
  if (mayAnybody("write", node)) return find("open", { values: more });
  const isOurs = found.reached && may(account, "write", node) && may(account, "enter", node);
  if (!node.isDirectory || !isOurs) return find("no_write", { values: more });
  if (!files) return find("unseen", { values });
  const foreign = account.uid === 0 ? [] : files.filter(({ uid }) => uid !== account.uid);
  if (foreign.length === 0) return find("ok", { values: { ...more, files: files.length } });
  const details = foreign.slice(0, mostTold).map(({ path, uid }) => `${path} (${names.userOf(uid)})`);
  return find("foreign", { values: { ...more, count: foreign.length }, details });
}

async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  try {
    return (await readdir(folder)).map((name) => join(folder, name));
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

async function filesIn(folder: string): Promise<readonly Owned[] | undefined> {
  const top = await namesIn(folder);
  if (!top) return undefined;
  const paths = [...top];
  for (const path of top.slice(0, mostFiles)) {
    const found = await lookAt(path, true);
    if (found.kind === "node" && found.node.isDirectory) paths.push(...((await namesIn(path)) ?? []));
  }
  const looked = await Promise.all(
    paths.slice(0, mostFiles).map(async (path) => ({ path, found: await lookAt(path, true) })),
  );
  return looked.flatMap(({ path, found }) => (found.kind === "node" ? [{ path, uid: found.node.uid }] : []));
}

async function look(place: Place): Promise<Finding> {
  const config = configOf(place);
  if (!config) return find("needs_config");
  const account = await place.account;
  const folder = dirname(config["outbox.dir"]);
  if (account.kind === "missing") return find("missing", { values: { folder, user: account.name } });
  const looked = await lookAt(folder);
  const isMade = (await place.service)?.makes.includes(folder) ?? false;
  const files = looked.kind === "node" ? await filesIn(folder) : undefined;
  const reached = await mayReach(account, folder);
  return judgeState({ folder, looked, files, isMade, reached }, account, readNames(place.root));
}

export const stateCheck: Check = { id: "state", limitMs: 6_000, look };
