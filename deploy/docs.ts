/**
 * `docs.ts`: writes the documents that are made of tables of the code. `docs.ts --check`: exit 1 when a file is not what it
 * would write, so that these documents cannot be wrong.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { asyncApiDocument } from "./docs/asyncapi.ts";
import { configDocument } from "./docs/config.ts";
import { faultsDocument } from "./docs/faults.ts";
import { sampleQr, sampleSlip } from "./docs/last-resort.ts";
import { modemsDocument } from "./docs/modems.ts";
import { responseCodesDocument } from "./docs/response-codes.ts";
import { wireNumbersDocument } from "./docs/wire-numbers.ts";

/** By path from the root of the repository. */
export const documents: Readonly<Record<string, () => string>> = {
  "docs/asyncapi.yaml": asyncApiDocument,
  "docs/config.md": configDocument,
  "docs/faults.md": faultsDocument,
  "docs/last-resort-qr.svg": sampleQr,
  "docs/last-resort-slip.svg": sampleSlip,
  "docs/modems.md": modemsDocument,
  "docs/response-codes.md": responseCodesDocument,
  "docs/wire-numbers.md": wireNumbersDocument,
};

function main(): void {
  const checks = process.argv.includes("--check");
  for (const [path, write] of Object.entries(documents)) {
    const file = new URL(`../${path}`, import.meta.url);
    if (!checks) {
      writeFileSync(file, write());
    } else if (readFileSync(file, "utf8") !== write()) {
      process.stderr.write(`${path} is not what deploy/docs.ts would write; run it\n`);
      process.exitCode = 1;
    }
  }
}

if (import.meta.filename === process.argv[1]) main();
