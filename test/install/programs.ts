/** What the test needs of the machine that it runs on. */
import { accessSync, constants } from "node:fs";
import { join } from "node:path";

interface Needed {
  readonly program: string;
  /** Debian package that brings it. */
  readonly package: string;
  readonly vmOnly?: true;
}

const needed: readonly Needed[] = [
  { program: "mmdebstrap", package: "mmdebstrap" },
  { program: "dpkg-deb", package: "dpkg" },
  { program: "tar", package: "tar" },
  { program: "unshare", package: "util-linux" },
  { program: "mke2fs", package: "e2fsprogs", vmOnly: true },
  { program: "qemu-system-x86_64", package: "qemu-system-x86", vmOnly: true },
];

/** Debian keeps some programs where not every shell looks. */
export const programFolders = (path: string | undefined): readonly string[] => [
  ...(path ?? "").split(":").filter((folder) => folder !== ""),
  ...["/usr/sbin", "/sbin"],
];

function isThere(program: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What is missing and how to get it; undefined when nothing is. */
export function whatIsMissing(
  kind: "vm" | "chroot",
  uid: number | undefined,
  path: string | undefined,
): string | undefined {
  if (uid !== 0) return "it makes a file system with its owners, and so must run as root";
  const folders = programFolders(path);
  const missing = needed.filter((one) => (kind === "vm" || !one.vmOnly) && !isThere(one.program, folders));
  if (missing.length === 0) return undefined;
  const packages = missing.map((one) => one.package).join(" ");
  const otherwise = missing.some(({ program }) => program.startsWith("qemu"))
    ? "; or take --chroot, which needs no QEMU"
    : "";
  return `${missing.map(({ program }) => program).join(", ")} missing: apt install ${packages}${otherwise}`;
}
