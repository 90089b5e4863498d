/** What a modem can say unasked, and how a vendor's table of such lines is written. */
import { bodyOf, splitFields } from "../fields.ts";
import type { PacketEvent } from "../parse/packet-event.ts";
import type { Rat } from "../parse/radio-cell.ts";
import type { Registration } from "../parse/registration.ts";
import type { Pin, SimPresence } from "../parse/sim.ts";

/** `critical`: it switches itself off. */
export type VoltageLevel = "critical" | "low" | "high";

export type Urc =
  | { readonly kind: "registration"; readonly registration: Registration }
  | { readonly kind: "sim_pin"; readonly pin: Pin }
  | { readonly kind: "sim_presence"; readonly presence: SimPresence }
  | { readonly kind: "packet"; readonly event: PacketEvent }
  /** The data connection came or went, in the vendor's words; `cid` undefined where it is not told. */
  | { readonly kind: "bearer"; readonly up: boolean; readonly cid: number | undefined }
  /** Index of +CSQ. */
  | { readonly kind: "signal"; readonly rssiRaw: number }
  | { readonly kind: "mode"; readonly rat: Rat }
  | { readonly kind: "service"; readonly service: "none" | "limited" | "full" }
  /** Why the network refused: cause of 3GPP TS 24.301 §9.9.3.9 or 24.008 §10.5.3.6. */
  | { readonly kind: "rejection"; readonly cause: number }
  /** Bytes of the session that runs. */
  | { readonly kind: "traffic"; readonly sentBytes: number; readonly receivedBytes: number }
  | { readonly kind: "voltage"; readonly level: VoltageLevel }
  /** It is about to be gone. */
  | { readonly kind: "shutdown" }
  /** Known by name; nothing in it is measured. */
  | { readonly kind: "notice"; readonly name: string };

export interface UrcRow {
  /** Under which people and transcripts know it. */
  readonly name: string;
  /** Undefined where the line makes no sense. Left out: a notice of this name. */
  readonly read?: (line: string) => Urc | undefined;
  /** Unasked it has one number, in answer to a read more: tells the two apart while that read is under way. */
  readonly alone?: true;
}

/** By name (`+CREG`), or for lines without one by their words in capitals, without what stands behind a colon or digits at the end. */
export type UrcTable = Readonly<Record<string, UrcRow>>;

export const notice = (name: string): UrcRow => ({ name });

/** Rows that differ in nothing but their keys. */
export const notices = (name: string, keys: readonly string[]): UrcTable =>
  Object.fromEntries(keys.map((key) => [key, notice(name)]));

export const fieldsIn = (line: string): string[] => splitFields(bodyOf(line));

export const inserted = (present: boolean | undefined): Urc | undefined =>
  present === undefined ? undefined : { kind: "sim_presence", presence: { enabled: true, inserted: present } };
