/** The catalogue as this deployment wants it, read once at the start. */
import { ownCatalogue } from "../config/named-files.ts";
import { adapt, type Knowledge } from "../faults/adapt.ts";
import { catalogue } from "../faults/index.ts";
import { builtInTexts } from "../faults/text.ts";
import type { Site } from "./site.ts";

/** Where the file is not what it must be, that is logged, and the catalogue is used as it comes with the program. */
export function readKnowledge({ config, log }: Pick<Site, "config" | "log">): Knowledge {
  const path = config["catalogue.file"];
  const read = path === undefined ? undefined : ownCatalogue(path);
  if (read && "adaptation" in read) return adapt(catalogue, read.adaptation);
  for (const what of read?.wrong ?? []) log("warning", "config.file_unusable", { key: "catalogue.file", what });
  return { catalogue, texts: builtInTexts };
}
