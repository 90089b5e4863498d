/** Whether what a file says is what was written into it: JSON with a flipped digit is still JSON. */
import { createHash } from "node:crypto";

/** Sixteen letters. No digits, for a row of digits in a file may look like a card number. */
export function checksumOf(content: unknown): string {
  const digest = createHash("sha256")
    .update(JSON.stringify(content) ?? "")
    .digest();
  return [...digest.subarray(0, 8)].map((byte) => "abcdefghijklmnop"[byte >> 4]).join("");
}
