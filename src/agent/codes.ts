/** How this acquirer reads its response codes, read once at the start: from signed data, and on top of that from the configuration's file. */
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

/** `signed`: what signed data says. Where the file is not what it must be, that is logged, and it is as if there were none. */
export function readCodes({ config, log }: Pick<Site, "config" | "log">, signed: OwnCodes = {}): AcquirerCodes {
  const scheme = config["acquirer.codes"];
  const path = config["acquirer.codes_file"];
  if (path === undefined) return { scheme, own: signed };
  const [wrong] = namedFileProblems(config).filter(({ key }) => key === "acquirer.codes_file");
  if (wrong) {
    log("warning", "config.file_unusable", { key: wrong.key, what: wrong.what });
    return { scheme, own: signed };
  }
  const read = readOwnCodes(readFileSync(path, "utf8"));
  return { scheme, own: { ...signed, ...("codes" in read ? read.codes : {}) } };
}
