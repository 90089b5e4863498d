/** Where a list goes on: the keys of its last row, as a word that nobody but we has to understand. */

/** Undefined: it is none of ours, or of another list. */
export function readCursor(word: string | undefined, list: string): readonly (string | number)[] | undefined {
  if (word === undefined || word.length > 300 || !/^[A-Za-z0-9_-]+$/.test(word)) return undefined;
  const text = Buffer.from(word, "base64url").toString("utf8");
  const parts: unknown = isJson(text) ? JSON.parse(text) : undefined;
  if (!Array.isArray(parts) || parts[0] !== list) return undefined;
  return parts.slice(1).every((part) => typeof part === "string" || Number.isFinite(part)) ? parts.slice(1) : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export function writeCursor(list: string, keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...keys])).toString("base64url");
}
