/** The files in a pack, read by the readers of the files that they could be. All of them must be right, or none is used. */
import { type OwnCodes, readOwnCodes } from "../codes/own-codes.ts";
import { readCatalogueFile } from "../config/catalogue/read.ts";
import { formatProblem, type Problem } from "../config/problem.ts";
import type { Adaptation } from "../faults/adapt.ts";
import type { OwnModems } from "../modem/modem-knowledge.ts";
import { readModemsFile } from "./modems/file.ts";
import { type Pack, type Section, sections } from "./pack.ts";

/** What a pack changes. */
export interface Contents {
  readonly catalogue?: Adaptation;
  readonly codes?: OwnCodes;
  readonly modems?: OwnModems;
}

export type ReadContents = { readonly contents: Contents } | { readonly wrong: readonly string[] };

const inWords = (problems: readonly Problem[]): ReadContents => ({ wrong: problems.map(formatProblem) });

const readers: Readonly<Record<Section, (text: string) => ReadContents>> = {
  catalogue: (text) => {
    const read = readCatalogueFile(text.replace(/^\uFEFF/, ""));
    return read.kind === "adaptation" ? { contents: { catalogue: read.adaptation } } : inWords(read.problems);
  },
  codes: (text) => {
    const read = readOwnCodes(text);
    return "codes" in read ? { contents: { codes: read.codes } } : { wrong: [read.what] };
  },
  modems: (text) => {
    const read = readModemsFile(text.replace(/^\uFEFF/, ""));
    return "modems" in read ? { contents: { modems: read.modems } } : inWords(read.problems);
  },
};

/** `wrong`: a sentence for each error, with the section before it. */
export function readContents(texts: Pack["contents"]): ReadContents {
  const read = sections.flatMap((name) => {
    const text = texts[name];
    return text === undefined ? [] : [{ name, ...readers[name](text) }];
  });
  const wrong = read.flatMap((each) => ("wrong" in each ? each.wrong.map((what) => `${each.name}: ${what}`) : []));
  if (wrong.length > 0) return { wrong };
  return { contents: Object.assign({}, ...read.map((each) => ("contents" in each ? each.contents : {}))) };
}
