/** What stands in a pack: which one it is, for whom, and the files in it, each as it would lie on a terminal. */
import { findCardData } from "../card-data/find.ts";

export const sections = ["catalogue", "codes", "modems"] as const;
export type Section = (typeof sections)[number];

/** All that is given must be the terminal's own. */
export interface Meant {
  /** First version of the agent that may use it, and the first that may not, each as `1.2.3`. */
  readonly agent_from?: string;
  readonly agent_below?: string;
  /** As `terminal.tenant`, `terminal.acquirer` and `terminal.region` of the configuration have it. */
  readonly tenant?: readonly string[];
  readonly acquirer?: readonly string[];
  readonly region?: readonly string[];
}

export interface Pack {
  readonly name: string;
  /** 1 to 2147483647; a terminal takes only higher ones than it had. */
  readonly version: number;
  /** Day, for people. */
  readonly made: string;
  readonly meant: Meant;
  /** By section the text of the file. */
  readonly contents: Readonly<Partial<Record<Section, string>>>;
}

export type PackRead = { readonly pack: Pack } | { readonly what: string };

/** No digits: behind a name stands the version, and together they must not look like a card number. */
const namePattern = /^[a-z](?:[a-z_-]{0,30}[a-z])?$/;
const aliasPattern = /^[A-Za-z0-9_-]{1,32}$/;
const versionPattern = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;
const dayPattern = /^20\d\d-\d\d-\d\d$/;
const mostVersion = 2_147_483_647;
const mostAliases = 16;

const versionKeys = ["agent_from", "agent_below"] as const;
export const groupKeys = ["tenant", "acquirer", "region"] as const;

/** `acme-12`, as people and support read it. */
export function labelOf({ name, version }: Pick<Pack, "name" | "version">): string {
  return `${name}-${version}`;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

const strange = (said: Fields, known: readonly string[]): string | undefined =>
  Object.keys(said).find((name) => !known.includes(name));

const isAlias = (value: unknown): value is string => typeof value === "string" && aliasPattern.test(value);

function aliasesOf(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > mostAliases) return undefined;
  return value.every(isAlias) ? value : undefined;
}

function readMeant(said: Fields): { readonly meant: Meant } | { readonly what: string } {
  const unknown = strange(said, [...versionKeys, ...groupKeys]);
  // Whom it excludes must be understood: what is not known must not be passed over.
  if (unknown !== undefined) return { what: `is for something that this version does not know: ${quoted(unknown)}` };
  for (const key of versionKeys) {
    const value = said[key];
    if (value !== undefined && !(typeof value === "string" && versionPattern.test(value)))
      return { what: `for.${key} is not a version such as 1.2.3` };
  }
  const groups = groupKeys.flatMap((key) => (said[key] === undefined ? [] : [[key, aliasesOf(said[key])] as const]));
  const wrong = groups.find(([, value]) => value === undefined);
  if (wrong) return { what: `for.${wrong[0]} is not a list of 1 to ${mostAliases} names` };
  const versions = versionKeys.flatMap((key) => (said[key] === undefined ? [] : [[key, said[key]] as const]));
  return { meant: Object.fromEntries([...versions, ...groups]) };
}

function readTexts(said: Fields): Pick<Pack, "contents"> | { readonly what: string } {
  const unknown = strange(said, sections);
  if (unknown !== undefined) return { what: `holds ${quoted(unknown)}, which this version does not know` };
  const texts = sections.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]] as const]));
  if (texts.length === 0) return { what: `holds none of ${sections.join(", ")}` };
  if (texts.some(([, text]) => typeof text !== "string")) return { what: "holds a file that is not given as a text" };
  return { contents: Object.fromEntries(texts) };
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 40));

function parsed(text: string): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Named = Pick<Pack, "name" | "version" | "made">;

function readNamed({ name, version, made }: Fields): Named | { readonly what: string } {
  if (typeof name !== "string" || !namePattern.test(name)) return { what: "has no name of 1 to 32 of a-z _ -" };
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1 || version > mostVersion)
    return { what: `has no version, a whole number from 1 to ${mostVersion}` };
  if (typeof made !== "string" || !dayPattern.test(made))
    return { what: "has no day on which it was made, YYYY-MM-DD" };
  if (findCardData(labelOf({ name, version })) !== undefined)
    return { what: "has a version that looks like card data" };
  return { name, version, made };
}

/** `text`: what was signed. */
export function readPack(text: string): PackRead {
  const said = parsed(text);
  if (!said) return { what: "is not a JSON object" };
  const unknown = strange(said, ["name", "version", "made", "for", "contents"]);
  if (unknown !== undefined) return { what: `has ${quoted(unknown)}, which this version does not know` };
  const [forWhom, files] = [fieldsOf(said["for"]), fieldsOf(said["contents"])];
  if (!forWhom || !files) return { what: `lacks "for" or "contents", or one of them is no object` };
  const [named, meant, texts] = [readNamed(said), readMeant(forWhom), readTexts(files)];
  if ("what" in named) return named;
  if ("what" in meant) return meant;
  return "what" in texts ? texts : { pack: { ...named, meant: meant.meant, contents: texts.contents } };
}

/** What is to be signed: the same pack gives the same bytes. */
export function writePack({ name, version, made, meant, contents }: Pack): string {
  return `${JSON.stringify({ name, version, made, for: meant, contents }, null, 1)}\n`;
}
