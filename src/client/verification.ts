/**
 * Terminal verification results, EMV tag 95: five bytes of flags (EMV Book 3, Annex C5) → the list that the agent takes,
 * `B1b7,B3b8`. They tell which checks failed and hold nothing of the card.
 */

/** Ten hexadecimal digits, also apart by spaces. */
const asHex = /^[0-9A-Fa-f]{10}$/;

function bytesOf(results: string | Uint8Array): readonly number[] {
  if (typeof results !== "string") return [...results];
  const digits = results.replaceAll(" ", "");
  if (!asHex.test(digits)) return [];
  return Array.from({ length: 5 }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
}

/** The flags that are set, or undefined when none is. What is no such result is given back as it is: nobody will take it. */
export function verificationFlags(results: string | Uint8Array): string | undefined {
  const bytes = bytesOf(results);
  if (bytes.length !== 5) return String(results);
  const flags = bytes.flatMap((byte, at) =>
    [8, 7, 6, 5, 4, 3, 2, 1].filter((bit) => byte & (1 << (bit - 1))).map((bit) => `B${at + 1}b${bit}`),
  );
  return flags.length > 0 ? flags.join(",") : undefined;
}
