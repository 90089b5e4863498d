/**
 * What is carried into the machine: the artefacts under names without a version, a version of tomorrow, a stand-in for Debian's
 * nodejs, and the scripts of this test.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "./root/program.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const insideFolder = fileURLToPath(new URL("./inside/", import.meta.url));

/** Makes the artefacts, into the folder. */
export async function makeArtefacts(out: string): Promise<void> {
  const target = ["--target", "linux-x64-glibc", "--node", "24", "--deb", "--out", out];
  await runProgram([process.execPath, "--import", "tsx", "deploy/package/main.ts", ...target], { cwd: repository });
}

/** In the folder by its name's form; exactly one may be there. */
function artefact(folder: string, form: RegExp): string {
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => form.test(name)) : [];
  const [name] = found;
  if (name === undefined || found.length > 1) {
    throw new Error(`${folder} has ${found.length} files of the form ${form.source}, and one is needed`);
  }
  return join(folder, name);
}

/** Packing what is unpacked a minute later would be time for nothing. */
const asRoot = ["--root-owner-group", "-Znone"] as const;

/** The same package once more, as a later version. */
async function laterVersion(tree: string, folder: string): Promise<void> {
  const control = join(tree, "DEBIAN/control");
  writeFileSync(control, readFileSync(control, "utf8").replace(/^Version: (.*)$/m, "Version: $1+next"));
  await runProgram(["dpkg-deb", ...asRoot, "-b", tree, join(folder, "next.deb")]);
}

/** A package `nodejs` that holds the Node of ours at Debian's path: the dependency is what is tried, not Debian's Node. */
async function standInNode(node: string, folder: string): Promise<void> {
  const tree = join(folder, "node");
  mkdirSync(join(tree, "usr/bin"), { recursive: true });
  mkdirSync(join(tree, "DEBIAN"));
  cpSync(node, join(tree, "usr/bin/node"));
  const version = (await runProgram([node, "--version"])).trim().slice(1);
  const fields = ["Package: nodejs", `Version: ${version}`, "Architecture: amd64", "Depends: libc6, libstdc++6"];
  const rest = ["Maintainer: nobody <nobody@example.invalid>", "Description: stand-in of the install test"];
  writeFileSync(join(tree, "DEBIAN/control"), `${[...fields, ...rest].join("\n")}\n`);
  await runProgram(["dpkg-deb", ...asRoot, "-b", tree, join(folder, "nodejs.deb")]);
  rmSync(tree, { recursive: true });
}

/** Lays everything into `folder`, which is made. */
export async function layPayload(artefacts: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const deb = artefact(artefacts, /^posdiag_.*_amd64\.deb$/);
  const files = {
    "posdiag.deb": deb,
    "system-node.deb": artefact(artefacts, /^posdiag-system-node_.*_amd64\.deb$/),
    "posdiag.tar.gz": artefact(artefacts, /^posdiag-.*-linux-x64-glibc-node\d+\.tar\.gz$/),
  };
  for (const [name, file] of Object.entries(files)) cpSync(file, join(folder, name));
  cpSync(insideFolder, join(folder, "inside"), { recursive: true });
  const tree = join(folder, "later");
  await runProgram(["dpkg-deb", "-R", deb, tree]);
  await laterVersion(tree, folder);
  await standInNode(join(tree, "usr/lib/posdiag/node"), folder);
  rmSync(tree, { recursive: true });
}
