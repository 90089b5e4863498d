/** Shape of a table of response codes (ISO 8583 field 39). */
import type { RefusalMeaning } from "../model/signals/meanings.ts";

export interface CodeRow {
  readonly meaning: RefusalMeaning;
  /** As the lists put it. */
  readonly says: string;
  /** Names of the lists, apart by spaces. */
  readonly from: string;
}

export type CodeTable = Readonly<Record<string, CodeRow>>;
