/** A disk that boots, from the archive of a Debian: an ext4 image, and kernel and initial RAM disk beside it. Kept in the cache. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { archiveOf } from "./archive.ts";
import { dressFolder } from "./dressed-folder.ts";
import { runProgram } from "./program.ts";
import { nameOf, printOf, type Recipe } from "./recipe.ts";

export interface Disk {
  readonly image: string;
  readonly kernel: string;
  readonly initrd: string;
}

const megabytes = 3_072;
const dressing = ["../inside/guest-loop.sh", "../inside/install-test.service", "./dressed-folder.ts"];

/** An ext4 file system with what is in the folder; owners and modes as they are there. */
export async function makeImage(folder: string, image: string, size: { label: string; mb: number }): Promise<void> {
  rmSync(image, { force: true });
  const words = ["-q", "-F", "-t", "ext4", "-L", size.label, "-d", folder, image, `${size.mb}M`];
  await runProgram(["mke2fs", ...words], { env: { PATH: `${process.env["PATH"] ?? ""}:/usr/sbin:/sbin` } });
}

function bootFile(root: string, start: string): string {
  const [found] = readdirSync(join(root, "boot")).filter((name) => name.startsWith(start));
  if (found === undefined) throw new Error(`there is no ${start} in the Debian that was made`);
  return join(root, "boot", found);
}

export async function diskOf(recipe: Recipe, cache: string, say: (line: string) => void): Promise<Disk> {
  const texts = dressing.map((path) => readFileSync(new URL(path, import.meta.url), "utf8"));
  const folder = join(cache, `${nameOf(recipe)}-${printOf(...texts)}.disk`);
  const disk = { image: join(folder, "root.img"), kernel: join(folder, "kernel"), initrd: join(folder, "initrd") };
  if (existsSync(folder)) return disk;
  const archive = await archiveOf(recipe, cache, say);
  say("making a disk of it");
  const [part, root] = [`${folder}.part`, `${folder}.root`];
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  await dressFolder(archive, root, recipe);
  copyFileSync(bootFile(root, "vmlinuz-"), join(part, "kernel"));
  copyFileSync(bootFile(root, "initrd.img-"), join(part, "initrd"));
  await makeImage(root, join(part, "root.img"), { label: "root", mb: megabytes });
  rmSync(root, { recursive: true, force: true });
  renameSync(part, folder);
  return disk;
}
