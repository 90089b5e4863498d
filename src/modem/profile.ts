/**
 * What is particular about a family of modems, as data: how to know it, what to switch on, and which command tells a thing.
 * Code enters only as the names of parsers in src/at/parse. A new family is a file in profiles/ and a line in its index.
 */
import type { KnownRequest } from "../at/commands.ts";
import type { TrafficParser } from "../at/parse/counters.ts";
import type { TemperatureParser, VoltageParser } from "../at/parse/health.ts";
import type { PresenceParser } from "../at/parse/presence.ts";
import type { RadioParser } from "../at/parse/quality.ts";
import type { InstantParserName } from "../at/parse/time.ts";

/** What a modem says of itself that a rule can look at. */
export const identityParts = ["manufacturer", "model", "revision"] as const;

/** All parts given must match; the more parts, the higher the score. */
export interface ProfileMatch {
  readonly manufacturer?: RegExp;
  readonly model?: RegExp;
  /** Of the firmware. */
  readonly revision?: RegExp;
  readonly source: string;
}

/** A command and who reads its answer. */
export interface Question<Parser extends string> {
  readonly request: KnownRequest;
  readonly parser: Parser;
}

/** What the recovery ladder sends, from the mildest to the hardest. */
export interface RecoveryRequests {
  readonly detach: KnownRequest;
  readonly attach: KnownRequest;
  readonly radioOff: KnownRequest;
  readonly radioOn: KnownRequest;
  /** Starts the module anew. */
  readonly reset: KnownRequest;
}

/** Where a list has several questions, they stand in order of preference: the first one that the modem understands is kept. */
export interface VendorProfile {
  readonly id: string;
  /** For people. */
  readonly name: string;
  readonly match: readonly ProfileMatch[];
  /**
   * Sent in this order after every start of the modem, behind the generic profile's. Each entry lists alternatives: the
   * first one accepted counts.
   */
  readonly setup: readonly (readonly KnownRequest[])[];
  readonly radio: readonly Question<RadioParser>[];
  readonly iccid: readonly KnownRequest[];
  /** Tells whether a card is in the tray, where +CPIN? does not. */
  readonly simPresence: Question<PresenceParser> | undefined;
  /** Of the hottest sensor. */
  readonly temperature: readonly Question<TemperatureParser>[];
  readonly voltage: readonly Question<VoltageParser>[];
  /** Bytes through the bearer. */
  readonly traffic: readonly Question<TrafficParser>[];
  /** What time it is, as the network has told the modem. */
  readonly time: readonly Question<InstantParserName>[];
  readonly recovery: RecoveryRequests;
}
