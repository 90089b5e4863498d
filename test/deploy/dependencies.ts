/** package-lock.json, and the tables of docs/dependencies.md. */

export interface LockEntry {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

/** By name; one that lies inside another as `outer>inner`. */
export type Entries = ReadonlyMap<string, LockEntry>;

export interface Row {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** Why these run something when they are installed, and what does its work where they may not. */
export const scripts: Readonly<Record<string, string>> = {
  "@photostructure/sqlite": "node-gyp-build compiles where no addon fits; the package brings them",
  "@serialport/bindings-cpp": "node-gyp-build compiles where no addon fits; the package brings them",
  esbuild: "puts its program in place of the script that starts it",
  koffi: "compiles where no addon fits; packages of the lock file bring them",
};

function nameOf(path: string): string {
  return path
    .split("node_modules/")
    .slice(1)
    .map((part) => part.replace(/\/$/, ""))
    .join(">");
}

/** All but the project itself. */
export function entriesOf(lock: { readonly packages: Readonly<Record<string, LockEntry>> }): Entries {
  return new Map(
    Object.entries(lock.packages).flatMap(([path, entry]) => (path === "" ? [] : [[nameOf(path), entry] as const])),
  );
}

/** Of the tables under this heading that begin with name, version and licence. */
export function rowsUnder(document: string, heading: string): readonly Row[] {
  const section = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  return section.split("\n").flatMap((line) => {
    const [, name, version, licence] = /^\| \**`([^`]+)`\** \| ([^ |]+) \| ([^|]+?) \|/.exec(line) ?? [];
    return name && version && licence ? [{ name, version, licence }] : [];
  });
}

/** What the document says and the lock does not, and the other way round. */
export function differences(rows: readonly Row[], entries: Entries): readonly string[] {
  const told = new Map(rows.map((row) => [row.name, `${row.version}, ${row.licence}`]));
  const twice = rows.length === told.size ? [] : ["a package stands there twice"];
  const wrong = [...told].flatMap(([name, said]) => {
    const entry = entries.get(name);
    const is = entry && `${entry.version}, ${entry.license ?? "no licence"}`;
    return is === said ? [] : [`${name}: the document says ${said}, the lock file ${is ?? "nothing"}`];
  });
  const missing = [...entries.keys()].filter((name) => !told.has(name));
  return [...twice, ...wrong, ...missing.map((name) => `${name} is not in the document`)];
}

/** Entries whose bytes nobody would check, or that come from elsewhere than the registry that is configured. */
export function unproved(entries: Entries): readonly string[] {
  return [...entries].flatMap(([name, { integrity, resolved }]) => {
    const strange = resolved !== undefined && !/^https:\/\/[\w.-]+\/.+\.tgz$/.test(resolved);
    return /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? "") && !strange ? [] : [name];
  });
}
