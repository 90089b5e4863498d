/** Where a story of the till is lived, and who is asked what is wrong. */
import type { CountedShop } from "../../hw-sim/shop/counted-shop.ts";
import type { Telling } from "../../hw-sim/shop/statement.ts";

/** What a merchant who looks is told. */
export interface Looked {
  readonly verdicts: readonly {
    readonly fault: string;
    readonly probability: number;
    readonly evidence: readonly { readonly id: string }[];
  }[];
  readonly unknown: boolean;
}

/** The shop, and who is asked what is wrong with it: a mind in counted time, or an agent on its socket. */
export interface TillPlace extends Pick<CountedShop, "shop" | "bank" | "crowd"> {
  nowMs(): number;
  look(): Looked | Promise<Looked>;
  /** Until the next customer comes. */
  lull(): Promise<void>;
  /** The trouble has begun. */
  begun?(): Promise<void>;
  /** Faults of the cases that are open. */
  left(): readonly string[] | Promise<readonly string[]>;
}

/** Who is to hear of what goes on at the place. */
export interface TillEars {
  hear(telling: Telling): void;
  /** A case of this fault was opened or has changed. */
  noteCase(fault: string): void;
}
