/** How a pack says which modems it means: patterns for the modem's own words, and where that was seen. */
import { identityParts, type ProfileMatch } from "../../modem/profile.ts";
import { readPattern } from "./pattern.ts";
import type { Place, Reader } from "./reader.ts";

export const matchNames = [...identityParts, "source"] as const;
export const longestSource = 300;

/** Members of an object whose names were looked at before. */
export function takeMatch(reader: Reader, place: Place, members: ReadonlyMap<string, Place>): ProfileMatch {
  const source = reader.needed(place, members, "source");
  const given = identityParts.flatMap((part) => {
    const at = members.get(part);
    const pattern = at && takePattern(reader, at);
    return pattern ? [[part, pattern] as const] : [];
  });
  // What fits every modem is the generic profile, which is ours.
  if (!identityParts.some((part) => members.has(part)))
    reader.complain(place, `lacks each of ${identityParts.join(", ")}`);
  return { ...Object.fromEntries(given), source: source ? reader.text(source, longestSource) : "" };
}

function takePattern(reader: Reader, place: Place): RegExp | undefined {
  const { value } = place.part;
  const read = readPattern(typeof value === "string" ? value : "");
  if ("pattern" in read) return read.pattern;
  reader.complain(place, read.what, "a pattern as docs/updates.md has it");
  return undefined;
}
