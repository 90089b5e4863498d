/** Whether another user than we may do something with a file: mode bits, as path_resolution(7) says. No ACLs. */
import { lstat, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "../base/errors.ts";
import type { KnownAccount } from "./account.ts";

export interface Node {
  readonly uid: number;
  readonly gid: number;
  /** With the type of the file, as stat(2) has it. */
  readonly mode: number;
}

export type Right = "read" | "write" | "enter";

const bits: Readonly<Record<Right, number>> = { read: 4, write: 2, enter: 1 };

/** Pure. */
export function may({ uid, gids }: Pick<KnownAccount, "uid" | "gids">, right: Right, node: Node): boolean {
  if (uid === 0) return true;
  const shift = node.uid === uid ? 6 : gids.includes(node.gid) ? 3 : 0;
  return ((node.mode >> shift) & bits[right]) !== 0;
}

/** Whether somebody who is neither its owner nor in its group may. */
export function mayAnybody(right: Right, { mode }: Node): boolean {
  return (mode & bits[right]) !== 0;
}

export function modeText({ mode }: Node): string {
  return (mode & 0o7777).toString(8).padStart(3, "0");
}

export type Looked =
  | { readonly kind: "node"; readonly node: Node & { readonly isDirectory: boolean; readonly size: number } }
  | { readonly kind: "gone" }
  /** Not ours to look at. */
  | { readonly kind: "unseen" };

/** What a path leads to, through links; with `own` the link itself. */
export async function lookAt(path: string, own = false): Promise<Looked> {
  try {
    const found = await (own ? lstat : stat)(path);
    const { uid, gid, mode, size } = found;
    return { kind: "node", node: { uid, gid, mode, size, isDirectory: found.isDirectory() } };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return { kind: code === "EACCES" || code === "EPERM" ? "unseen" : "gone" };
  }
}

/** Whether this user gets as far as the folder of a file. Folders that we may not look at count as passable: the file decides. */
export async function mayReach(account: KnownAccount, path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = await lookAt(folder);
    if (found.kind === "node" && !may(account, "enter", found.node)) return false;
    if (folder === dirname(folder)) return true;
  }
}
