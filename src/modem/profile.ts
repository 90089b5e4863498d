/**
 * What is particular about a family of modems, as data: how to know it, what to switch on, and which command tells a thing.
 * Code enters only as the names of parsers in src/at/parse. A new family is a file in profiles/ and a line in its index.
 */
import type { KnownRequest } from "../at/commands.ts";
import type { RadioParser } from "../at/parse/quality.ts";

/** All parts given must match; the more parts, the higher the score. */
export interface ProfileMatch {
  readonly manufacturer?: RegExp;
  readonly model?: RegExp;
  readonly source: string;
}

export interface RadioQuestion {
  readonly request: KnownRequest;
  readonly parser: RadioParser;
}

export interface VendorProfile {
  readonly id: string;
  readonly match: readonly ProfileMatch[];
  /**
   * Sent in this order after every start of the modem, behind the generic profile's. Each entry lists alternatives: the
   * first one accepted counts.
   */
  readonly setup: readonly (readonly KnownRequest[])[];
  /** Questions in order of preference: the first one that the modem understands is kept. */
  readonly radio: readonly RadioQuestion[];
  readonly iccid: readonly KnownRequest[];
  /** Tells whether a card is in the tray, where +CPIN? does not. */
  readonly simPresence: KnownRequest | undefined;
}
