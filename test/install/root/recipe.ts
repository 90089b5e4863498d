/** What a machine under test is made of. A folder in the cache bears the print of its recipe, so that another recipe is another folder. */
import { createHash } from "node:crypto";

export interface Recipe {
  /** Debian's name of the release: `bookworm`, `trixie`. */
  readonly suite: string;
  /** Beside what mmdebstrap calls minbase. */
  readonly packages: readonly string[];
  /** Where Debian's packages are; mmdebstrap's own choice when nothing is said. */
  readonly mirror?: string;
}

/** What a small terminal's Debian has: an init, device names, nothing that posdiag brings or wants by itself. */
const booted = ["systemd-sysv", "udev", "dbus", "kmod", "linux-image-amd64", "initramfs-tools", "zstd"];

export function recipeFor(kind: "vm" | "chroot", suite: string, mirror: string | undefined): Recipe {
  return { suite, packages: kind === "vm" ? booted : ["udev"], ...(mirror !== undefined && { mirror }) };
}

/** The print of values and texts: ten hexadecimal digits. */
export function printOf(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 10);
}

export function nameOf({ suite, packages }: Recipe): string {
  return `${suite}-${printOf(suite, ...packages)}`;
}
