/** The newest code that was read of each terminal: whoever plays an older one again is seen. Pure; a line a terminal. */
import type { Terminal } from "./seal.ts";

export type Seen = ReadonlyMap<string, number>;

export type Age =
  | { readonly kind: "newest" }
  /** The newest one, read once more. */
  | { readonly kind: "again" }
  | { readonly kind: "older"; readonly byMinutes: number }
  /** Nothing to compare with: no terminal is proved, or its clock is not set. */
  | { readonly kind: "unknown" };

const nameOf = ({ tenant, serial }: Terminal): string => `${tenant}/${serial}`;

/** What is no line of its own is passed over. */
export function readSeen(text: string): Seen {
  return new Map(
    text.split("\n").flatMap((line) => {
      const [, name, minutes] = /^([\w-]+\/[\w-]+) (\d{1,9})$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, Number(minutes)] as const];
    }),
  );
}

export function formatSeen(seen: Seen): string {
  return [...seen].map(([name, minutes]) => `${name} ${minutes}\n`).join("");
}

export function ageAmong(seen: Seen, terminal: Terminal, minutes: number): Age {
  const newest = seen.get(nameOf(terminal));
  if (newest === undefined || minutes > newest) return { kind: "newest" };
  return minutes === newest ? { kind: "again" } : { kind: "older", byMinutes: newest - minutes };
}

export function withSeen(seen: Seen, terminal: Terminal, minutes: number): Seen {
  const newest = Math.max(minutes, seen.get(nameOf(terminal)) ?? 0);
  return new Map([...seen, [nameOf(terminal), newest]]);
}
