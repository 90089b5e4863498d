/**
 * A disk in memory that knows the difference between written and durable. What POSIX promises and nothing more: bytes are durable after
 * the file was synced, names after their directory was. A power cut keeps of the rest what a seed draws: some of the bytes in their
 * order, torn anywhere, or a hole of zeros where a sector never came.
 */
import type { Random } from "../../../src/base/random.ts";

type Write = { readonly at: number; readonly bytes: Buffer } | { readonly size: number };
type NameChange = readonly (readonly [name: string, node: Node | undefined])[];
export type Node = FileNode | DirectoryNode;

let nodes = 1;
const sector = 512;

function applied(content: Buffer, change: Write): Buffer {
  const size = "size" in change ? change.size : Math.max(content.length, change.at + change.bytes.length);
  const next = Buffer.alloc(size);
  content.copy(next, 0, 0, size);
  if ("bytes" in change) change.bytes.copy(next, change.at);
  return next;
}

export class FileNode {
  readonly ino = nodes++;
  content: Buffer = Buffer.alloc(0);
  #durable: Buffer = Buffer.alloc(0);
  #pending: Write[] = [];

  change(change: Write): void {
    this.content = applied(this.content, change);
    this.#pending.push(change);
  }

  sync(): void {
    this.#durable = this.content;
    this.#pending = [];
  }

  /** Linux after a sync that failed: the pages count as clean, and are not on the disk (the fsync errors of 2018). */
  forgetUnsynced(): void {
    this.#pending = [];
  }

  cut(random: Random): void {
    const kept = Math.floor(random() * (this.#pending.length + 1));
    let content = this.#durable;
    for (const change of this.#pending.slice(0, kept)) content = applied(content, change);
    const next = this.#pending[kept];
    if (next && "bytes" in next && random() < 0.7) content = applied(content, torn(next, random));
    this.content = content;
    this.sync();
  }
}

function torn({ at, bytes }: { readonly at: number; readonly bytes: Buffer }, random: Random): Write {
  if (random() < 0.7) return { at, bytes: bytes.subarray(0, Math.floor(random() * bytes.length)) };
  const holed = Buffer.from(bytes);
  const hole = Math.floor((random() * bytes.length) / sector) * sector;
  holed.fill(0, hole, Math.min(bytes.length, hole + sector));
  return { at, bytes: holed };
}

export class DirectoryNode {
  readonly ino = nodes++;
  readonly names = new Map<string, Node>();
  #durable = new Map<string, Node>();
  #pending: NameChange[] = [];

  /** All of it or nothing. */
  change(change: NameChange): void {
    rename(this.names, change);
    this.#pending.push(change);
  }

  sync(): void {
    this.#durable = new Map(this.names);
    this.#pending = [];
  }

  cut(random: Random): void {
    const kept = Math.floor(random() * (this.#pending.length + 1));
    for (const change of this.#pending.slice(0, kept)) rename(this.#durable, change);
    this.names.clear();
    for (const [name, node] of this.#durable) this.names.set(name, node);
    this.sync();
    for (const node of this.names.values()) node.cut(random);
  }
}

function rename(names: Map<string, Node>, change: NameChange): void {
  for (const [name, node] of change) {
    if (node) names.set(name, node);
    else names.delete(name);
  }
}

/** What goes wrong, at the n-th thing done that changes the disk. */
export type Trouble =
  /** The process ends; the disk lives. */
  | "kill"
  /** Process and disk end, and what was not durable is gone or torn. */
  | "power"
  | "full"
  | "read_only"
  /** Input and output errors; a failed sync forgets what it did not write. */
  | "io_error";

export interface Plan {
  readonly trouble: Trouble;
  readonly at: number;
  /** How many changes it lasts, where the process lives on. */
  readonly lasts: number;
}

export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

export interface DiskView {
  readonly root: DirectoryNode;
  isDead(): boolean;
  change: Disk["change"];
}

export class Disk {
  readonly root = new DirectoryNode();
  readonly #random: Random;
  #plan: Plan | undefined;
  #changes = 0;
  #processes = 0;
  #die: () => void = () => {};
  isDead = false;
  /** How many calls were hit, by trouble and kind. */
  readonly hits = new Map<string, number>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** A process begins. Resolves when the plan ends it. */
  begin(plan?: Plan): Promise<void> {
    this.#processes += 1;
    this.#plan = plan;
    this.#changes = 0;
    this.isDead = false;
    return new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  /** As the present process has it: for good dead when that is. */
  view(): DiskView {
    const mine = this.#processes;
    const isDead = () => this.isDead || this.#processes !== mine;
    const change: DiskView["change"] = (...words) => (isDead() ? never() : this.change(...words));
    return { root: this.root, isDead, change };
  }

  /** Changes of the disk since the process began. */
  get changes(): number {
    return this.#changes;
  }

  /** Ends the process, whatever it does. */
  end(power: boolean): void {
    this.isDead = true;
    if (power) this.root.cut(this.#random);
    this.#die();
  }

  /**
   * One change: `apply(1)` does all of it, a smaller part of a write as much. Throws what the system would; never returns to a
   * process that is dead.
   */
  async change(kind: string, apply: (part: number) => void, file?: FileNode): Promise<void> {
    if (this.isDead) return never();
    this.#changes += 1;
    const plan = this.#plan;
    const isHit = plan && this.#changes >= plan.at && this.#changes < plan.at + Math.max(1, plan.lasts);
    if (plan && isHit) return this.#strike(plan, { kind, apply, file });
    apply(1);
  }

  #strike({ trouble }: Plan, struck: Struck): Promise<void> | undefined {
    const { kind, file } = struck;
    this.hits.set(`${trouble} ${kind}`, (this.hits.get(`${trouble} ${kind}`) ?? 0) + 1);
    if (trouble === "kill" || trouble === "power") return this.#endAt(trouble, struck);
    if (trouble === "full") return this.#refuseRoom(struck);
    if (trouble === "io_error" && kind === "sync") file?.forgetUnsynced();
    throw systemError(trouble === "read_only" ? "EROFS" : "EIO");
  }

  /** Before, after, or in the middle of what it did. */
  #endAt(trouble: "kill" | "power", { kind, apply }: Struck): Promise<void> {
    const random = this.#random;
    const isTorn = kind === "write" && random() < 0.6;
    if (isTorn || random() < 0.5) apply(isTorn ? random() : 1);
    this.end(trouble === "power");
    return never();
  }

  /** What needs no room goes on; a write may get a part of it. */
  #refuseRoom({ kind, apply }: Struck): undefined {
    if (kind !== "write" && kind !== "create") {
      apply(1);
      return undefined;
    }
    if (kind === "write" && this.#random() < 0.5) apply(this.#random() * 0.9);
    throw systemError("ENOSPC");
  }
}

interface Struck {
  readonly kind: string;
  readonly apply: (part: number) => void;
  readonly file?: FileNode | undefined;
}

export function never<T>(): Promise<T> {
  return new Promise<T>(() => {});
}
