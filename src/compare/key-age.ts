/** How old the working key was when it was refused: the sign-in that mends it makes it new, and the age is gone. */
import type { CodeBook } from "../codes/response-codes.ts";
import { type Reading, reading } from "../model/reading.ts";
import type { RefusalMeaning } from "../model/signals/meanings.ts";

const hourMs = 3_600_000;
const ofKeys: readonly (RefusalMeaning | undefined)[] = ["mac_wrong", "pin_block_wrong"];

export class KeyAge {
  /** When the key in use was new, monotonic milliseconds; undefined while nobody has said. */
  #newMs: number | undefined;

  /** In order of time. What a refusal comes to; nothing for all else, and while the age is not known. */
  note({ signal, value, atMs }: Reading, codes: CodeBook): readonly Reading[] {
    if (signal === "key.working_key_age_h" && typeof value === "number") this.#newMs = atMs - value * hourMs;
    const isRefusal = signal === "txn.rc" && ofKeys.includes(codes(String(value)));
    return isRefusal && this.#newMs !== undefined
      ? [reading("compare.refused_key_age_h", (atMs - this.#newMs) / hourMs, atMs)]
      : [];
  }
}
