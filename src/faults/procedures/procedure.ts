/** A procedure of the merchants' guides. */
import type { BothLanguages } from "../remedies/words.ts";

export interface Procedure {
  readonly id: string;
  readonly title: BothLanguages;
  readonly guides: string;
  /** In this order. */
  readonly steps: readonly BothLanguages[];
  /** Faults with which it stands, the first that whose text leads to it. */
  readonly faults: readonly string[];
  /** What the guide says otherwise. */
  readonly corrected?: { readonly advice: readonly number[]; readonly because: BothLanguages };
}
