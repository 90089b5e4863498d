/** `posdiag diagnose --code`: the verdict as a code, on the screen or as a picture. */
import { writeFileSync } from "node:fs";
import { AgentError, systemCode } from "../base/errors.ts";
import { pngOf, svgOf } from "../last-resort/picture.ts";
import { halfBlocks, type Modules, qrModules } from "../last-resort/qr.ts";
import type { CodeView } from "../model/code-view.ts";
import { usageError } from "./arguments.ts";

const makers: Readonly<Record<string, (modules: Modules) => string | Uint8Array>> = { svg: svgOf, png: pngOf };

/** @throws AgentError USAGE when the file is of neither kind. */
export function pictureMaker(path: string): (modules: Modules) => string | Uint8Array {
  const maker = makers[path.toLowerCase().split(".").at(-1) ?? ""];
  if (!maker) throw usageError("diagnose", `--qr is ${JSON.stringify(path)}, not a file .svg or .png`);
  return maker;
}

/** @throws AgentError OUTPUT_FAILED */
export function writePicture(path: string, { uri }: CodeView): void {
  try {
    writeFileSync(path, pictureMaker(path)(qrModules(uri)));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || error instanceof AgentError) throw error;
    throw new AgentError("OUTPUT_FAILED", `${path} (${code})`, { cause: error });
  }
}

/** Black on white, whatever the screen's colours are. */
const [paper, plain] = ["\u001b[30;107m", "\u001b[0m"];

/** `isScreen`: a terminal with colours; anything else is taken for paper. */
export function formatCode({ lines, uri }: CodeView, isScreen: boolean): string {
  const drawn = halfBlocks(qrModules(uri)).map((line) => (isScreen ? `${paper}${line}${plain}` : line.trimEnd()));
  return [...lines, "", ...drawn].map((line) => `${line}\n`).join("");
}
