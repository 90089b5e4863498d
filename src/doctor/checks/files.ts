/** The configuration and the files that it names: secrets are read by the agent only, the rest is changed by nobody else. */
import type { Config } from "../../config/config.ts";
import type { Key } from "../../config/schema.ts";
import { type Looked, lookAt, may, mayAnybody, mayReach, modeText, type Node } from "../access.ts";
import type { KnownAccount } from "../account.ts";
import { createFinder, type Finding } from "../finding.ts";
import { type Check, configOf, type Place } from "../place.ts";

const find = createFinder("files");

const secretKeys = [
  ...["uplink.tls.key_file", "uplink.password_file", "acquirer.key_file"],
  ...["last_resort.key_file", "last_resort.sign_key_file"],
] as const satisfies readonly Key[];
const openKeys = [
  ...["uplink.tls.ca_file", "uplink.tls.cert_file", "acquirer.ca_file", "acquirer.cert_file"],
  ...["commands.keys_file", "data.keys_file", "catalogue.file", "acquirer.codes_file"],
] as const satisfies readonly Key[];

export interface NamedFile {
  readonly path: string;
  readonly secret: boolean;
  readonly looked: Looked;
  /** Whether the folders above let the agent's user through. */
  readonly reached: boolean;
}

/** Others than its user: of root's own secrets the agent's group may read. */
function isExposed(node: Node, { gids }: KnownAccount): boolean {
  const byGroup = ((node.mode >> 3) & 4) !== 0 && !gids.includes(node.gid) && node.gid !== 0;
  return mayAnybody("read", node) || byGroup;
}

/** Root and the agent may write, nobody else. */
function isChangeable(node: Node, { uid }: KnownAccount): boolean {
  return mayAnybody("write", node) || (node.uid !== 0 && node.uid !== uid);
}

type Trouble = "missing" | "unreadable" | "exposed" | "writable" | "unseen";

function troubleOf({ secret, looked, reached }: NamedFile, account: KnownAccount): Trouble | undefined {
  if (looked.kind === "gone") return "missing";
  if (looked.kind === "unseen") return "unseen";
  const { node } = looked;
  if (secret && isExposed(node, account)) return "exposed";
  if (isChangeable(node, account)) return "writable";
  return reached && may(account, "read", node) ? undefined : "unreadable";
}

const gravest: readonly Trouble[] = ["exposed", "missing", "unreadable", "writable", "unseen"];

/** Pure. */
export function judgeFiles(files: readonly NamedFile[], account: KnownAccount): Finding {
  const judged = files.map((file) => ({ file, trouble: troubleOf(file, account) }));
  const worst = gravest.find((trouble) => judged.some((each) => each.trouble === trouble));
  const concerned = judged.filter(({ trouble }) => trouble !== undefined && trouble === worst);
  if (!worst) {
    return find("ok", { values: { count: files.length, secrets: files.filter(({ secret }) => secret).length } });
  }
  const details = concerned.map(({ file: { path, looked } }) => {
    return looked.kind === "node" ? `${path} (${modeText(looked.node)})` : path;
  });
  return find(worst, { values: { user: account.name, count: details.length }, details });
}

/** The PIN's file stands within the key's address (RFC 7512). */
function pinFile(config: Config): string | undefined {
  const [, path] = /[?&]pin-source=(?:file:(?:\/\/(?=\/))?)?([^&]*)/.exec(config["uplink.tls.key_uri"] ?? "") ?? [];
  return path;
}

/** The configuration itself first: it says whom to trust, and the agent must be able to read it. */
async function namedFiles(config: Config, own: string, account: KnownAccount): Promise<readonly NamedFile[]> {
  const secrets = [...secretKeys.map((key) => config[key]), pinFile(config)];
  const named = [
    { path: own, secret: false },
    ...secrets.map((path) => ({ path, secret: true })),
    ...openKeys.map((key) => ({ path: config[key], secret: false })),
  ];
  return Promise.all(
    named.flatMap(({ path, secret }) => (path === undefined ? [] : [lookedAt({ path, secret }, account)])),
  );
}

async function lookedAt(file: Pick<NamedFile, "path" | "secret">, account: KnownAccount): Promise<NamedFile> {
  return { ...file, looked: await lookAt(file.path), reached: await mayReach(account, file.path) };
}

async function look(place: Place): Promise<Finding> {
  const config = configOf(place);
  if (!config) return find("needs_config");
  const account = await place.account;
  const known: KnownAccount =
    account.kind === "known" ? account : { kind: "known", name: account.name, uid: -1, gids: [], from: "asked" };
  return judgeFiles(await namedFiles(config, place.file, known), known);
}

export const filesCheck: Check = { id: "files", limitMs: 6_000, look };
