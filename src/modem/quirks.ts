/**
 * Ways in which single modems or firmware differ from their family, as data: the table is in quirk-table.ts, who reads a
 * quirk is named at its kind. A quirk changes how a modem is asked or believed, never what the code does for a vendor.
 */
import type { KnownRequest } from "../at/commands.ts";
import type { ModemIdentity } from "../at/parse/identity.ts";
import type { RadioParser } from "../at/parse/quality.ts";
import { scoreOf } from "./identify.ts";
import type { ProfileMatch } from "./profile.ts";
import { quirks } from "./quirk-table.ts";

export type Oddity =
  /** Cannot share a line with other commands. Read by the dialogue. */
  | { readonly kind: "asked_alone"; readonly requests: readonly KnownRequest[] }
  /** Blocks the line for many seconds and never answers: not sent. Read by the dialogue. */
  | { readonly kind: "never_asked"; readonly requests: readonly KnownRequest[] }
  /** Needs this long between a final and the next command. Read by the session. */
  | { readonly kind: "rest"; readonly ms: number }
  /** These error codes in answer to the ICCID question say that the card is gone, whatever +CPIN? says. Read by the look at the SIM. */
  | { readonly kind: "card_gone"; readonly codes: readonly number[] }
  /**
   * Reports go to one port of several, which may not be ours; one of these brings them here. Sent one after the other, each
   * when a change of the card came without a report and no report of any kind was ever heard here.
   */
  | { readonly kind: "reports_elsewhere"; readonly requests: readonly KnownRequest[] }
  /** The scale of the signal-to-noise ratio differs by firmware: not known. Read by the look at the radio. */
  | { readonly kind: "doubtful_sinr"; readonly parser: RadioParser }
  /** Is started anew, or has its radio switched off, in another way than its family. Read by whoever mends it. */
  | { readonly kind: "recovery"; readonly reset?: KnownRequest; readonly radioOff?: KnownRequest };

export type Quirk = ProfileMatch & { readonly oddity: Oddity };

type OddityOf<Kind extends Oddity["kind"]> = Extract<Oddity, { kind: Kind }>;

/** All that is odd about one modem. */
export class Oddities {
  readonly all: readonly Oddity[];

  constructor(all: readonly Oddity[]) {
    this.all = all;
  }

  of<Kind extends Oddity["kind"]>(kind: Kind): readonly OddityOf<Kind>[] {
    return this.all.filter((oddity): oddity is OddityOf<Kind> => oddity.kind === kind);
  }
}

export const noOddities = new Oddities([]);

/** What is known to be odd about the modem that says this of itself. */
export function odditiesOf(identity: ModemIdentity, known: readonly Quirk[] = quirks): Oddities {
  return new Oddities(known.filter((quirk) => scoreOf(quirk, identity) !== undefined).map(({ oddity }) => oddity));
}
