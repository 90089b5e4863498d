/**
 * IMEI and ICCID as prints: enough to tell whether a card or module is the same as before. Who has the file has the salt and
 * can try numbers until one fits; what it keeps from is being read, and compared with the file of another terminal. 40 bits
 * tell eight cards apart; with the letter before them no print can be taken for a number.
 */
import { createHash, randomBytes } from "node:crypto";

/** Letters only: a random number in digits may look like a card number. */
export function createSalt(): string {
  const letters = "abcdefghijklmnop";
  return [...randomBytes(16)].map((byte) => `${letters[byte >> 4]}${letters[byte & 15]}`).join("");
}

/** `m0a1b2c3d4e`; the same text gives the same print on this terminal only. */
export function printOf(
  kind: "module" | "card" | "boot" | "settings" | "crash" | "version",
  text: string,
  salt: string,
): string {
  const digest = createHash("sha256").update(`${salt} ${kind} ${text}`).digest("hex");
  return `${kind[0]}${digest.slice(0, 10)}`;
}
