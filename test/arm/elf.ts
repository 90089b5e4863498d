/**
 * What an addon wants of the machine that loads it, as `readelf` of binutils tells it: processor, floats in which registers,
 * libraries, the newest version of glibc's symbols, and of Android the level of its interface. Reads, never loads.
 */
import { run } from "./tool.ts";

export interface Elf {
  /** `EM_…` in readelf's words: `AArch64`, `ARM`, `Advanced Micro Devices X86-64`. */
  readonly machine: string;
  /** 32-bit ARM only (ELF for the ARM Architecture, e_flags and Tag_ABI_VFP_args). */
  readonly floats: "hard" | "soft" | undefined;
  /** 32-bit ARM only: `v6KZ`, `v7` (Tag_CPU_arch). */
  readonly cpu: string | undefined;
  /** DT_NEEDED. */
  readonly needed: readonly string[];
  /** Highest `GLIBC_…` that it wants of the C library itself; undefined where it wants none. */
  readonly glibc: string | undefined;
  /** `.note.android.ident`: the first Android that has all of its interface. */
  readonly androidApi: number | undefined;
  /** Least p_align of its loaded segments, bytes: the largest page of memory on which it loads. */
  readonly page: number;
}

/** Two versions such as `2.4` and `2.28`, for sorting. */
export function byVersion(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split(".").map(Number));
  for (let at = 0; at < Math.max(a?.length ?? 0, b?.length ?? 0); at += 1) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = ""]) => found);

/** Versions are listed by library; libgcc has some that are called GLIBC, too, and musl looks at none of them. */
function glibcOf(text: string): string | undefined {
  const libraries = all(text, /File: lib(?:c|m|dl|rt|pthread)\.so\.\d\b(.*?)(?=File: |\n\n|$)/gs);
  return libraries
    .flatMap((part) => all(part, /Name: GLIBC_([\d.]+)/g))
    .toSorted(byVersion)
    .at(-1);
}

/** The note's first word, least byte first. */
function androidApiOf(text: string): number | undefined {
  const [, bytes] = /Android\s+0x\w+\s+NT_VERSION[^:]*description data: ((?:[0-9a-f]{2} ){4})/.exec(text) ?? [];
  return bytes === undefined ? undefined : Buffer.from(bytes.replaceAll(" ", ""), "hex").readUInt32LE();
}

/** What readelf says with `-h -l -d -V -n -A -W`. Throws when that is not about an ELF file. */
export function parseElf(text: string): Elf {
  const [, machine] = /^\s*Machine:\s+(.+)$/m.exec(text) ?? [];
  if (machine === undefined) throw new Error(`readelf has found no ELF header: ${text.slice(0, 200)}`);
  const [, floats] = /^\s*Flags:.*\b(hard|soft)-float ABI/m.exec(text) ?? [];
  return {
    machine: machine.trim(),
    floats: floats === "hard" || floats === "soft" ? floats : undefined,
    cpu: /Tag_CPU_arch: (\S+)/.exec(text)?.[1],
    needed: all(text, /\(NEEDED\)\s+Shared library: \[([^\]]+)\]/g),
    glibc: glibcOf(text),
    androidApi: androidApiOf(text),
    page: Math.min(...all(text, /^\s+LOAD\s.*\s(0x[0-9a-f]+)$/gm).map(Number)),
  };
}

export function readElf(file: string): Elf {
  return parseElf(run("readelf", ["-h", "-l", "-d", "-V", "-n", "-A", "-W", file]));
}
