/**
 * Looks through a value for card data: names, texts, numbers and bytes at any depth, and what its neighbours make
 * together. Bounded: what is too deep or too large counts as found.
 */
import { findCardData, findInBytes } from "./find.ts";
import type { CardDataKind } from "./kind.ts";
import { findNamed } from "./names.ts";
import { createNeighbours, type Neighbours } from "./neighbours.ts";

const deepest = 32;
const mostItems = 20_000;
/** Whole numbers of thirteen digits; every double below 2^63 prints all of them. */
const leastNumber = 1e12;
const random = /^[0-9a-f]{16}$/;

export interface SearchTerms {
  /**
   * Fields whose numbers are measured or counted, and lists of such: they do not make a card number together with their
   * neighbours.
   */
  isMeasured?(name: string, inList: boolean): boolean;
  /** Fields whose texts are random hexadecimal digits that the agent made. */
  isRandom?(name: string): boolean;
}

interface Search extends SearchTerms {
  readonly neighbours: Neighbours;
  items: number;
}

/** Which sort of card data it holds, undefined when none was found. */
export function searchValue(value: unknown, terms: SearchTerms = {}): CardDataKind | undefined {
  return searchItem(value, "", {
    search: { ...terms, neighbours: createNeighbours(), items: 0 },
    depth: 0,
    inList: false,
  });
}

export function holdsCardData(value: unknown): boolean {
  return searchValue(value) !== undefined;
}

interface Place {
  readonly search: Search;
  readonly depth: number;
  readonly inList: boolean;
}

function searchItem(value: unknown, name: string, place: Place): CardDataKind | undefined {
  const { search, depth } = place;
  search.items += 1;
  if (search.items > mostItems || depth > deepest) return "unsearchable";
  if (typeof value === "string" && search.isRandom?.(name) && random.test(value)) return undefined;
  if (typeof value === "string") return findNamed(name, value) ?? searchText(value, place);
  if (typeof value === "number" || typeof value === "bigint") return searchNumber(value, name, place);
  if (typeof value === "object" && value !== null) return searchObject(value, name, place);
  search.neighbours.interrupt();
  return undefined;
}

function searchText(text: string, { search, depth }: Place): CardDataKind | undefined {
  const inner = /^\s*[[{]/.test(text) && text.length <= 65_536 ? parsed(text) : undefined;
  return (
    findCardData(text) ??
    search.neighbours.join(text) ??
    (inner ? searchItem(inner, "", { search, depth: depth + 8, inList: false }) : undefined)
  );
}

/** A JSON text in a text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function searchNumber(value: number | bigint, name: string, { search, inList }: Place): CardDataKind | undefined {
  const isWhole = typeof value === "bigint" || Number.isInteger(value);
  const size = value < 0 ? -value : value;
  if (!isWhole || value < 0 || search.isMeasured?.(name, inList)) search.neighbours.interrupt();
  else {
    const joined = search.neighbours.join(String(value));
    if (joined !== undefined) return joined;
  }
  const named = findNamed(name, String(size));
  return named ?? (isWhole && size >= leastNumber && size < 1e21 ? findCardData(String(size)) : undefined);
}

function searchObject(value: object, name: string, place: Place): CardDataKind | undefined {
  if (ArrayBuffer.isView(value)) return findInBytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  // A typed array in JSON has its places as names.
  const isList = Array.isArray(value) || entries.every(([key], at) => key === String(at));
  return isList
    ? searchList(
        entries.map(([, item]) => item),
        name,
        place,
      )
    : searchFields(entries, place);
}

function searchFields(entries: readonly (readonly [string, unknown])[], place: Place): CardDataKind | undefined {
  for (const [name, item] of entries) {
    const kind = searchName(name, place.search) ?? searchItem(item, name, deeper(place, false));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function searchList(list: readonly unknown[], name: string, place: Place): CardDataKind | undefined {
  if (list.length > mostItems) return "unsearchable";
  const isRow = list.length > 6 && place.search.isMeasured?.(name, true) !== true;
  const row = isRow ? searchRow(list) : undefined;
  if (row !== undefined) return row;
  for (const item of list) {
    const kind = searchItem(item, name, deeper(place, true));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

const deeper = ({ search, depth }: Place, inList: boolean): Place => ({ search, depth: depth + 1, inList });

/** A name may be a number, or the first half of one. */
function searchName(name: string, { neighbours }: Search): CardDataKind | undefined {
  return /^\d{4,}$/.test(name) ? (findCardData(name) ?? neighbours.join(name)) : findCardData(name);
}

/** A list of bytes, or of pieces of one size. */
function searchRow(list: readonly unknown[]): CardDataKind | undefined {
  const kind = list.every(isByte) ? findInBytes(Uint8Array.from(list)) : undefined;
  if (kind !== undefined) return kind;
  const pieces = list.map((item) => (typeof item === "number" || typeof item === "string" ? String(item) : "?"));
  const size = pieces[0]?.length ?? 0;
  const even = pieces.every((piece, at) => piece.length === size || at === pieces.length - 1);
  return even && size <= 4 ? findCardData(pieces.join("")) : undefined;
}

function isByte(item: unknown): item is number {
  return typeof item === "number" && Number.isInteger(item) && item >= 0 && item < 256;
}
