/** The client library as one CommonJS file that needs Node and nothing else, and its types beside it. */
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { clientTypes } from "./client-types.ts";

export interface Built {
  readonly file: string;
  readonly bytes: number;
}

export async function bundleClient(folder: string): Promise<readonly Built[]> {
  const file = join(folder, "posdiag-client.cjs");
  const result = await build({
    entryPoints: ["src/client/index.ts"],
    outfile: file,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // It goes into other people's repositories, where it is read.
    minify: false,
    legalComments: "none",
    charset: "ascii",
    logLevel: "warning",
  });
  if (result.warnings.length > 0) throw new Error("the client's bundle has warnings");
  mkdirSync(folder, { recursive: true });
  const types = join(folder, "posdiag-client.d.cts");
  writeFileSync(types, clientTypes());
  return [file, types].map((name) => ({ file: name, bytes: statSync(name).size }));
}
