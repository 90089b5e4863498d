/** Words that may be base64 (RFC 4648 sections 4 and 5), and what they say. */

/** Thirteen characters make eighteen; eight bytes of packed digits eleven. */
const shortestText = 18;
const shortestPacked = 10;
const words = /[A-Za-z0-9+/_-]{10,}={0,2}/g;

export interface Decoded {
  readonly text: string | undefined;
  readonly nibbles: string | undefined;
}

/** Words without capitals are names. */
function mayBe(word: string): boolean {
  return /[A-Z]/.test(word) && /[a-z0-9+/=]/.test(word);
}

export function base64Words(text: string): readonly Decoded[] {
  if (text.length < shortestPacked) return [];
  return [...text.matchAll(words)].flatMap(([word]) => (mayBe(word) ? [decoded(word)] : []));
}

function decoded(word: string): Decoded {
  const bytes = Buffer.from(word, "base64");
  const readable = word.length >= shortestText && bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a);
  const nibbles = bytes.toString("hex");
  return {
    text: readable ? bytes.toString("latin1") : undefined,
    // All of it, or nothing: among random bytes digits are found as well.
    nibbles: /^\d{13,}(?:d\d{4,})?f*$/.test(nibbles) || /^(?:5a|57|70|77)/.test(nibbles) ? nibbles : undefined,
  };
}
