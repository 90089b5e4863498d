/** The user as whom the agent runs, from passwd(5) and group(5): a terminal has no other name service. */
import { join } from "node:path";
import { textIn } from "../probes/way/system-text.ts";

export interface KnownAccount {
  readonly kind: "known";
  readonly name: string;
  readonly uid: number;
  /** Primary group first; those of the unit (SupplementaryGroups=) with them. */
  readonly gids: readonly number[];
  /** `own`: nobody said who it is, so whoever asks. */
  readonly from: "asked" | "service" | "usual" | "own";
}

export type Account = KnownAccount | { readonly kind: "missing"; readonly name: string };

export interface Wanted {
  readonly asked: string | undefined;
  /** `User=` of the unit, and its SupplementaryGroups=. */
  readonly service: { readonly user: string; readonly groups: readonly string[] } | undefined;
}

const usual = "posdiag";

type Row = readonly string[];

function rows(path: string): readonly Row[] {
  return (textIn(path) ?? "").split("\n").map((line) => line.split(":"));
}

export interface Names {
  gidOf(group: string): number | undefined;
  groupOf(gid: number): string;
  userOf(uid: number): string;
  accountOf(name: string, more?: readonly string[]): Omit<KnownAccount, "from"> | undefined;
}

export function readNames(root: string): Names {
  const users = rows(join(root, "etc/passwd"));
  const groups = rows(join(root, "etc/group"));
  const gidOf = (name: string) => numberOf(groups.find(([known]) => known === name)?.[2]);
  return {
    gidOf,
    groupOf: (gid) => groups.find(([, , id]) => id === String(gid))?.[0] ?? String(gid),
    userOf: (uid) => users.find(([, , id]) => id === String(uid))?.[0] ?? String(uid),
    accountOf: (name, more = []) => {
      const [, , id, first] = users.find(([known]) => known === name) ?? [];
      const [uid, gid] = [numberOf(id), numberOf(first)];
      if (uid === undefined || gid === undefined) return undefined;
      const members = groups.filter((row) => row[3]?.split(",").includes(name)).map((row) => numberOf(row[2]));
      const gids = [gid, ...members, ...more.map(gidOf)].filter((each) => each !== undefined);
      return { kind: "known", name, uid, gids: [...new Set(gids)] };
    },
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Of whoever asks, where there is neither a unit nor a user posdiag: Android, a bench. */
function ownAccount(names: Names): KnownAccount {
  const uid = process.getuid?.() ?? 0;
  const gids = [process.getgid?.() ?? 0, ...(process.getgroups?.() ?? [])];
  return { kind: "known", name: names.userOf(uid), uid, gids: [...new Set(gids)], from: "own" };
}

export function findAccount(names: Names, { asked, service }: Wanted): Account {
  if (asked !== undefined) {
    const found = names.accountOf(asked, service?.user === asked ? service.groups : []);
    return found ? { ...found, from: "asked" } : { kind: "missing", name: asked };
  }
  if (service) {
    const name = service.user || "root";
    const found = names.accountOf(name, service.groups);
    return found ? { ...found, from: "service" } : { kind: "missing", name };
  }
  const found = names.accountOf(usual);
  return found ? { ...found, from: "usual" } : ownAccount(names);
}
