import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCodes } from "../../src/agent/codes.ts";
import { silentLog } from "../../src/base/log.ts";
import { loadConfig } from "../../src/config/load.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("agent/codes");
const folder = mkdtempSync(join(tmpdir(), "posdiag-codes-"));
test.after(() => rmSync(folder, { recursive: true }));

const signed = { A2: "issuer_out", Y7: "merchant_frozen" } as const;

function read(text: string | undefined) {
  const file = join(folder, "codes.json");
  if (text !== undefined) writeFileSync(file, text);
  const loaded = loadConfig(
    JSON.stringify({
      terminal: { tenant: "acme", serial: "PX7-00042" },
      modem: { source: "none" },
      acquirer: { host: "pos.example.com", port: 5500, ...(text !== undefined && { codes_file: file }) },
      uplink: { url: "mqtt://192.0.2.2" },
    }),
  );
  if (loaded.kind !== "config") throw new Error(JSON.stringify(loaded.problems));
  return readCodes({ config: loaded.config, log: silentLog }, signed).own;
}

test("signed codes count, and the file on top of them; a file that is of no use takes nothing from them", () => {
  assert.equal(read(undefined), signed);
  assert.equal(read('{ "Y7": "issuer_out", "B1": "other" }'), { A2: "issuer_out", Y7: "issuer_out", B1: "other" });
  assert.equal(read("{"), signed);
});

test.run();
