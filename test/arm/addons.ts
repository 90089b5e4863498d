/** The serial port's addons that are shipped, and what each needs: the table of docs/arm.md. */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Elf, readElf } from "./elf.ts";

export interface Addon {
  /** `linux-arm64`, as Node names platform and processor. */
  readonly platform: string;
  /** `armv8.glibc`: the file's name without what all have in common. */
  readonly variant: string;
  readonly file: string;
  readonly elf: Elf;
}

/** First release with this glibc or a newer one (their release notes). A program built against it runs on these and later ones. */
const firstWith: Readonly<Record<string, string>> = {
  "2.17": "Debian 8, Ubuntu 14.04",
  "2.28": "Debian 10, Ubuntu 20.04, Yocto 2.6 (thud)",
  "2.31": "Debian 11, Ubuntu 20.04, Yocto 3.1 (dunfell)",
};

const folder = join(
  dirname(createRequire(import.meta.url).resolve("@serialport/bindings-cpp/package.json")),
  "prebuilds",
);

export function shippedAddons(): readonly Addon[] {
  const platforms = readdirSync(folder).filter((name) => /^(?:linux|android)-/.test(name));
  return platforms.toSorted().flatMap((platform) =>
    readdirSync(join(folder, platform))
      .toSorted()
      .map((name) => {
        const file = join(folder, platform, name);
        const variant = name.replace("@serialport+bindings-cpp.", "").replace(/\.?node$/, "");
        return { platform, variant, file, elf: readElf(file) };
      }),
  );
}

function leastSystem({ platform, elf }: Addon): string {
  if (elf.androidApi !== undefined) return `Android API ${elf.androidApi}`;
  if (elf.glibc === undefined) return platform.startsWith("linux") ? "musl, whose symbols have no versions" : "";
  return `glibc ${elf.glibc}: ${firstWith[elf.glibc] ?? "see its release notes"}`;
}

function processor({ elf }: Addon): string {
  if (elf.machine !== "ARM") return elf.machine === "AArch64" ? "AArch64" : "x86-64";
  return `ARM ${elf.cpu ?? ""}, ${elf.floats ?? "?"}-float calls`;
}

/** Markdown, a line an addon. */
export function addonTable(addons: readonly Addon[]): string {
  const rows = addons.map((addon) => [
    addon.platform,
    addon.variant,
    processor(addon),
    leastSystem(addon),
    addon.elf.needed.filter((library) => !/^lib(?:c|m|dl|pthread)[.-]/.test(library)).join(", "),
    `${addon.elf.page / 1024} KB`,
  ]);
  const head = ["platform", "file", "processor", "at least", "libraries beside C's own", "page of memory at most"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}
