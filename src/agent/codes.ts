/** How this acquirer reads its response codes, read once at the start. */
import { readFileSync } from "node:fs";
import { type OwnCodes, readOwnCodes } from "../codes/own-codes.ts";
import type { CodeScheme } from "../codes/response-codes.ts";
import { namedFileProblems } from "../config/named-files.ts";
import type { Site } from "./site.ts";

/** What a book of codes is made of. */
export interface AcquirerCodes {
  readonly scheme: CodeScheme;
  readonly own: OwnCodes;
}

/** Where the file is not what it must be, that is logged, and the common table is used. */
export function readCodes({ config, log }: Pick<Site, "config" | "log">): AcquirerCodes {
  const scheme = config["acquirer.codes"];
  const path = config["acquirer.codes_file"];
  if (path === undefined) return { scheme, own: {} };
  const [wrong] = namedFileProblems(config).filter(({ key }) => key === "acquirer.codes_file");
  if (wrong) {
    log("warning", "config.file_unusable", { key: wrong.key, what: wrong.what });
    return { scheme, own: {} };
  }
  const read = readOwnCodes(readFileSync(path, "utf8"));
  return { scheme, own: "codes" in read ? read.codes : {} };
}
