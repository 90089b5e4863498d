/** Addresses as modems print them: IPv4 with dots, IPv6 with colons, or IPv6 as sixteen decimal bytes (TS 27.007 §10.1). */

function bytesOf(text: string): number[] | undefined {
  if (!/^\d{1,3}(\.\d{1,3})*$/.test(text)) return undefined;
  const bytes = text.split(".").map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

export function ipv4Of(text: string): string | undefined {
  const bytes = bytesOf(text);
  return bytes?.length === 4 && bytes.some((byte) => byte !== 0) ? bytes.join(".") : undefined;
}

function groupsOfColons(text: string): number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const gap = 8 - head.length - tail.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: gap }, () => "0"), ...tail];
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined;
}

function groupsOfBytes(text: string): number[] | undefined {
  const bytes = bytesOf(text);
  if (bytes?.length !== 16) return undefined;
  return Array.from({ length: 8 }, (_, at) => (bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0));
}

/** Shortest form of RFC 5952: the longest run of two or more zero groups becomes `::`. */
function written(groups: readonly number[]): string {
  const text = groups.map((group) => group.toString(16)).join(":");
  const runs = [...text.matchAll(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g)];
  const longest = runs.reduce<RegExpMatchArray | undefined>(
    (a, b) => (a && a[0].length >= b[0].length ? a : b),
    undefined,
  );
  if (!longest) return text;
  const at = longest.index ?? 0;
  const head = text.slice(0, at).replace(/:$/, "");
  return `${head}::${text.slice(at + longest[0].length).replace(/^:/, "")}`;
}

export function ipv6Of(text: string): string | undefined {
  const groups = text.includes(":") ? groupsOfColons(text) : groupsOfBytes(text);
  return groups?.some((group) => group !== 0) ? written(groups) : undefined;
}
