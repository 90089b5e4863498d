/**
 * `docs.ts`: writes the documents that are made of tables of the code. `docs.ts --check`: exit 1 when a file is not what it
 * would write, so that these documents cannot be wrong.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { asyncApiDocument } from "./docs/asyncapi.ts";
import { bashCompletionFile, zshCompletionFile } from "./docs/completion.ts";
import { configDocument } from "./docs/config.ts";
import { doctorDocument } from "./docs/doctor.ts";
import { faultsDocument } from "./docs/faults.ts";
import { sampleQr, sampleSlip } from "./docs/last-resort.ts";
import { manualPage } from "./docs/man.ts";
import { configManualPage } from "./docs/man-config.ts";
import { modemsDocument } from "./docs/modems.ts";
import { responseCodesDocument } from "./docs/response-codes.ts";
import { wireNumbersDocument } from "./docs/wire-numbers.ts";

/** By path from the root of the repository. */
export const documents: Readonly<Record<string, () => string>> = {
  "deploy/completion/_posdiag": zshCompletionFile,
  "deploy/completion/posdiag.bash": bashCompletionFile,
  "deploy/man/posdiag.1": manualPage,
  "deploy/man/posdiag.jsonc.5": configManualPage,
  "docs/asyncapi.yaml": asyncApiDocument,
  "docs/config.md": configDocument,
  "docs/doctor.md": doctorDocument,
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
