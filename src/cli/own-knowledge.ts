/** What a command is told of a deployment: its catalogue file (`--catalogue FILE`) and its response codes (`--codes FILE`). */
import { AgentError } from "../base/errors.ts";
import { type OwnCodes, readOwnCodes } from "../codes/own-codes.ts";
import { readCatalogueFile } from "../config/catalogue/read.ts";
import { formatProblem } from "../config/problem.ts";
import { adapt, type Knowledge } from "../faults/adapt.ts";
import { catalogue } from "../faults/index.ts";
import { builtInTexts } from "../faults/text.ts";
import { readInputFile } from "./input-file.ts";

/** @throws AgentError INPUT_UNREADABLE, or INPUT_INVALID with a line for each error. */
export async function readOwnKnowledge(path: string | undefined): Promise<Knowledge> {
  if (path === undefined) return { catalogue, texts: builtInTexts };
  const read = readCatalogueFile((await readInputFile(path)).replace(/^\uFEFF/, ""));
  if (read.kind === "adaptation") return adapt(catalogue, read.adaptation);
  throw new AgentError("INPUT_INVALID", [path, ...read.problems.map(formatProblem)].join("\n  "));
}

/** @throws AgentError INPUT_UNREADABLE or INPUT_INVALID */
export async function readCodesFile(path: string | undefined): Promise<OwnCodes> {
  if (path === undefined) return {};
  const read = readOwnCodes(await readInputFile(path));
  if ("what" in read) throw new AgentError("INPUT_INVALID", `${path} ${read.what}`);
  return read.codes;
}
