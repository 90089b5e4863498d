/** Which source files are really in what was bundled, as esbuild counts them: the ground of the bill of materials. */
import { build, type Metafile } from "esbuild";

/** By what was built, a file or a folder: the source files of which at least one byte is in it, sorted. */
export type Inputs = Readonly<Record<string, readonly string[]>>;

/** Stand-ins of deploy/lean.ts have no file and are ours. */
export function inputsIn({ outputs }: Metafile): readonly string[] {
  const files = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  return [...new Set(files)].filter((file) => !/^[a-z]+:/.test(file)).toSorted();
}

/** The same of an entry that somebody else bundles: for Node, or for a browser with Preact. */
export async function inputsOf(entry: string, platform: "node" | "browser"): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    outdir: "out",
    format: "esm",
    platform,
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
  return inputsIn(metafile);
}

/** From JSON, as deploy/bundle.ts writes it. */
export function readInputs(text: string): Inputs {
  const inputs: Inputs = JSON.parse(text);
  return inputs;
}
