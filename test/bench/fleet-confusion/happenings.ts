/** What the mind would hear of one trouble at one terminal: a will that the broker holds back, a case after some minutes of looking. */
import type { Random } from "../../../src/base/random.ts";
import type { Member, Told } from "../../../src/fleet/member.ts";
import { between, type Terminal } from "./world.ts";

/** Something reaches the mind at `atMs`. */
export interface Happening {
  readonly atMs: number;
  readonly id: number;
  readonly told?: Told;
  /** It has other properties from now on. */
  readonly member?: Member;
}

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Keep-alive and a half, and the delay of the will. */
const willMs = [100_000, 210_000] as const;
const backMs = [2_000, 60_000] as const;
const openMs = [15_000, 75_000] as const;
const closeMs = [20_000, 120_000] as const;

export function silence({ member: { id } }: Terminal, { fromMs, toMs }: Span, random: Random): readonly Happening[] {
  const goneMs = fromMs + between(...willMs, random);
  // Back before the will went out: nobody knows.
  if (goneMs >= toMs) return [];
  const backAtMs = toMs + between(...backMs, random);
  return [
    { id, atMs: goneMs, told: { kind: "presence", online: false, atMs: goneMs } },
    { id, atMs: backAtMs, told: { kind: "presence", online: true, atMs: backAtMs } },
  ];
}

export function telling(
  { member: { id } }: Terminal,
  { fromMs, toMs }: Span,
  { fault, random }: { fault: string; random: Random },
): readonly Happening[] {
  const seenMs = fromMs + between(...openMs, random);
  if (seenMs >= toMs) return [];
  const closedMs = toMs + between(...closeMs, random);
  return [
    { id, atMs: seenMs, told: { kind: "opened", fault, atMs: seenMs } },
    { id, atMs: closedMs, told: { kind: "closed", fault, atMs: closedMs } },
  ];
}
