import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { assert, suite } from "../front-door/suite.ts";
import { loader } from "../support/loader.ts";

const test = suite("report/wire", { timeoutMs: 30_000 });
const root = fileURLToPath(new URL("../..", import.meta.url));
const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });

const useIt = `
  const { Ack } = wire.posdiag.v1;
  const bytes = Ack.encode({ boot: new Uint8Array(8), seq: 300 }).finish();
  console.log(bytes.length, Ack.decode(bytes).seq);`;

test("the generated code is what proto/ says", () => {
  assert.is(node("--import", loader, "proto/generate.ts", "--check"), "");
});

test("plain Node imports it, with code generation from strings forbidden", () => {
  const script = `import * as wire from "./src/report/wire.js"; ${useIt}`;
  const flags = ["--disallow-code-generation-from-strings", "--input-type=module"];
  assert.is(node(...flags, "-e", script), "13 300\n");
});

test("it survives bundling to one CommonJS file, likewise", () => {
  const scratch = mkdtempSync(join(tmpdir(), "posdiag-wire-"));
  try {
    const outfile = join(scratch, "bundle.cjs");
    const stdin = { contents: `import * as wire from "./src/report/wire.js"; ${useIt}`, resolveDir: root };
    buildSync({ stdin, outfile, bundle: true, platform: "node", format: "cjs", minify: true, logLevel: "error" });
    assert.is(node("--disallow-code-generation-from-strings", outfile), "13 300\n");
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

test.run();
