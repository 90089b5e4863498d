/** What no file of the repository may say, and how its packages are named. */
import type { SourceFile } from "./sources.ts";

interface Ban {
  readonly what: string;
  readonly pattern: RegExp;
}

// Written in pieces, so that this file is not its own first catch.
const bans: readonly Ban[] = [
  { what: "a path of one machine", pattern: new RegExp(`(?<![\\w.])/(?:${["work", "root", "home"].join("|")})/`) },
  {
    what: "a package registry",
    pattern: new RegExp(`\\b(?:registry|npm)\\.[\\w-]+\\.(?:org|com|net|io|dev)\\b|_auth${"Token"}`),
  },
  { what: "unfinished work", pattern: new RegExp(`\\b(?:${["TO" + "DO", "FIX" + "ME", "X" + "XX"].join("|")})\\b`) },
];

export function textProblems(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const found = bans.filter(({ pattern }) => pattern.test(line));
      return found.map(({ what }) => `${path}:${index + 1} mentions ${what}`);
    }),
  );
}

export interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Exact versions only, and a written reason for every package. */
export function packageProblems({ dependencies, devDependencies }: PackageFile, decisions: string): string[] {
  const all = Object.entries({ ...dependencies, ...devDependencies });
  return all.flatMap(([name, version]) => {
    const pinned = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) ? [] : [`${name} is not pinned: ${version}`];
    const told = decisions.includes(`\`${name}\``) ? [] : [`no decision in docs/adr mentions \`${name}\``];
    return [...pinned, ...told];
  });
}
