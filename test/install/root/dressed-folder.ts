/** A folder with a Debian in it, dressed for the test: the loop that runs what is sent, a name, an identity. */
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "./program.ts";
import type { Recipe } from "./recipe.ts";

const inside = fileURLToPath(new URL("../inside/", import.meta.url));
const unit = "etc/systemd/system/install-test.service";

/** Files that a fresh machine has, by path and text. */
const files: Readonly<Record<string, string>> = {
  "etc/hostname": "terminal\n",
  "etc/hosts": "127.0.0.1 localhost\n127.0.1.1 terminal\n",
  "etc/fstab": "/dev/vda / ext4 errors=remount-ro 0 1\n",
  // Without one systemd takes the start for the first ever and asks for a language and a time zone.
  "etc/machine-id": "0123456789abcdef0123456789abcdef\n",
};

/** Unpacks the archive into `folder`, which is made. Who calls removes it. */
export async function dressFolder(archive: string, folder: string, { packages }: Recipe): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await runProgram(["tar", "-C", folder, "--numeric-owner", "-xf", archive]);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const loop = join(folder, "usr/local/sbin/install-test-loop");
  cpSync(join(inside, "guest-loop.sh"), loop);
  chmodSync(loop, 0o755);
  if (!packages.includes("systemd-sysv")) return;
  cpSync(join(inside, "install-test.service"), join(folder, unit));
  const wanted = join(folder, "etc/systemd/system/multi-user.target.wants/install-test.service");
  mkdirSync(dirname(wanted), { recursive: true });
  symlinkSync(`/${unit}`, wanted);
}
