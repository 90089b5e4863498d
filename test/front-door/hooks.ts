/** Module hooks: a .ts file of this repository is loaded from where compile.ts put it, under its own URL. */
import { readFile } from "node:fs/promises";
import type { LoadHook } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

interface Place {
  readonly root: string;
  readonly folder: string;
}

let place: Place = { root: "", folder: "" };

export function initialize(data: Place): void {
  place = data;
}

export const load: LoadHook = async (url, context, nextLoad) => {
  if (!url.startsWith("file:") || !url.endsWith(".ts")) return nextLoad(url, context);
  const compiled = join(place.folder, relative(place.root, fileURLToPath(url))).replace(/\.ts$/, ".js");
  return { format: "module", source: await readFile(compiled), shortCircuit: true };
};
