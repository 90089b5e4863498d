/** What support asks of this terminal, and what has become of it. */
import type { RungId } from "./attempt.ts";

/** A public key that may ask, and what for. */
export interface TrustedKey {
  readonly name: string;
  /** 32 bytes as 64 hexadecimal digits. */
  readonly key: string;
  /** Empty: everything that the configuration allows. */
  readonly may: readonly Grant[];
  /** Last day, YYYY-MM-DD in UTC, on which something that it has signed is taken. Of keys that sign data only. */
  readonly until?: string;
}

export interface Setting {
  readonly key: string;
  /** JSON text. */
  readonly value: string;
}

export type Verb =
  | { readonly kind: "diagnose"; readonly active: boolean; readonly language: string }
  | { readonly kind: "read_state" }
  | { readonly kind: "run_test"; readonly test: string }
  | { readonly kind: "at_read"; readonly requests: readonly string[] }
  | { readonly kind: "log_tail"; readonly lines: number }
  | { readonly kind: "hold"; readonly minutes: number }
  | { readonly kind: "release" }
  | { readonly kind: "bundle" }
  | { readonly kind: "recover"; readonly rung: RungId }
  /** `value`: JSON. `trialS`: how long they are tried. */
  | { readonly kind: "set_config"; readonly settings: readonly Setting[]; readonly trialS: number }
  | { readonly kind: "confirm_config"; readonly id: string }
  /** `remove`: key ids, 16 hexadecimal digits each. */
  | { readonly kind: "rotate_keys"; readonly add: readonly TrustedKey[]; readonly remove: readonly string[] }
  /** `id`: of the command whose result is wanted once more. */
  | { readonly kind: "again"; readonly id: string };

export const verbNames = [
  "diagnose",
  "read_state",
  "run_test",
  "at_read",
  "log_tail",
  "hold",
  "release",
  "bundle",
  "recover",
  "rotate_keys",
  "set_config",
  "confirm_config",
  "again",
] as const satisfies readonly Verb["kind"][];
export type VerbName = (typeof verbNames)[number];

export function isVerbName(word: string): word is VerbName {
  return verbNames.some((known) => known === word);
}

/** What a key may be good for: verbs, to say what is seen over many terminals (model/hint.ts), and to sign data (src/packs). */
export const grants = [...verbNames, "hint", "data"] as const;
export type Grant = (typeof grants)[number];

export function isGrant(word: string): word is Grant {
  return grants.some((known) => known === word);
}

export interface Command {
  readonly tenant: string;
  readonly serial: string;
  /** 16 bytes as 32 hexadecimal digits. */
  readonly id: string;
  /** Wall clock of who asks, whole seconds. */
  readonly issuedS: number;
  readonly deadlineS: number;
  readonly who: string;
  readonly verb: Verb;
}

export const finalStates = ["succeeded", "failed", "refused", "timed_out", "interrupted"] as const;
export type FinalState = (typeof finalStates)[number];
export type CommandState = "accepted" | "running" | FinalState;

export function isFinal(state: string): state is FinalState {
  return finalStates.some((known) => known === state);
}

/** A result as it goes out: gzip of a JSON value, in pieces. */
export interface ResultDigest {
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

export interface AuditHead {
  readonly lines: number;
  /** SHA-256 of the newest line, 64 hexadecimal digits. */
  readonly hash: string;
}

export interface CommandUpdate {
  readonly id: string;
  readonly state: CommandState;
  /** Why it was refused, or has failed; empty otherwise. */
  readonly reason: string;
  /** While it runs: what was done last; empty otherwise. */
  readonly step: string;
  readonly result: ResultDigest | undefined;
  readonly audit: AuditHead | undefined;
}

export interface ResultChunk {
  readonly id: string;
  readonly offset: number;
  readonly total: number;
  readonly data: Uint8Array;
}

/** Bounds of a message on `down/cmd`, of a result and of its pieces, in bytes. */
export const commandLimit = 16_384;
export const resultLimit = 262_144;
export const chunkLimit = 16_000;
