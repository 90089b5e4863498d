/**
 * Types of the client library as one file that stands by itself: of what the compiler declares, that which the library's
 * exports lead to, and the signals written out, with what the tables say of each.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isObservable } from "../src/ipc/observation.ts";
import { isSignalId, type SignalId, signals } from "../src/model/signal.ts";
import { isTelephonySignal } from "../src/model/telephony.ts";

const entry = "src/client/index.ts";

function typeOf(signal: SignalId): string {
  const { shape } = signals[signal];
  switch (shape.kind) {
    case "one_of":
      return shape.values.map((value) => JSON.stringify(value)).join(" | ");
    case "number":
      return "number";
    case "flag":
      return "boolean";
    case "text":
      return "string";
  }
}

function aboutOf(signal: SignalId): string {
  const { shape, note } = signals[signal];
  const limits = shape.kind === "number" ? `${shape.min} to ${shape.max}${shape.unit && ` ${shape.unit}`}` : "";
  const form = shape.kind === "text" && shape.pattern ? `matches ${shape.pattern}` : "";
  const about = [note, limits, form].filter(Boolean).join("; ").replaceAll("*/", "*\\/");
  return about && `  /** ${about}. */\n`;
}

function factsText(): string {
  const told = Object.keys(signals).filter((id): id is SignalId => isSignalId(id) && isObservable(id));
  const fields = told.map((signal) => {
    const none = isTelephonySignal(signal) ? " | null" : "";
    return `${aboutOf(signal)}  readonly "${signal}"?: ${typeOf(signal)}${none} | undefined;\n`;
  });
  const about = '/** Signal → value; `undefined` is left out. Of modem and SIM `null` is "has no value". */';
  return `${about}\nexport interface Facts {\n${fields.join("")}}`;
}

/** Written out, instead of derived from tables that the library keeps to itself. */
const replaced = (): [string, string][] => [
  ["Facts", factsText()],
  ["ValueIn", "type ValueIn<S extends keyof Facts> = NonNullable<Facts[S]>;"],
  ["SignalId", "type SignalId = keyof Facts;"],
];

/** Declarations of all modules below the entry, as texts. */
function declared(): string[] {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-types-"));
  try {
    const flags =
      "--ignoreConfig --declaration --emitDeclarationOnly --noCheck --rootDir src --target es2023 --module nodenext";
    const rules = "--types node --strict --exactOptionalPropertyTypes --allowImportingTsExtensions --skipLibCheck";
    const tsc = join("node_modules", "typescript", "bin", "tsc");
    execFileSync(process.execPath, [tsc, ...`${flags} ${rules}`.split(" "), "--outDir", folder, entry], {
      stdio: "inherit",
    });
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".d.ts"));
    return files.toSorted().map((name) => readFileSync(join(folder, name), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const named = /^(?:export )?(?:declare )?(?:type|interface|const|function|class) (\w+)/;
const other = /^(?:import|export) /;
const comment = /^(?:\/\*\*| \*)/;

/** Top-level declarations with the comment above each, by name. What stands at the margin begins one, or a comment. */
function declarations(text: string): (readonly [string, string])[] {
  const found: { name: string; lines: string[] }[] = [];
  let above: string[] = [];
  let current: string[] = [];
  for (const line of text.split("\n")) {
    const [, name] = named.exec(line) ?? [];
    if (name) {
      current = [...above, line];
      found.push({ name, lines: current });
    } else if (other.test(line)) current = [];
    else if (comment.test(line)) {
      above = line.startsWith("/**") ? [line] : [...above, line];
      continue;
    } // A comment inside: a member of a union has its own.
    else current.push(...above, line);
    above = [];
  }
  return found.map(({ name, lines }) => [name, lines.join("\n").trim()] as const);
}

/** Names that the entry exports. */
function exported(): string[] {
  const lists = readFileSync(entry, "utf8").matchAll(/export (?:type )?\{([^}]*)\}/g);
  return [...lists]
    .flatMap(([, list = ""]) => list.split(",").map((name) => name.replace("type ", "").trim()))
    .filter(Boolean);
}

/** The declarations that these names lead to, each once, in the order in which they are met. */
function reached(roots: readonly string[], known: ReadonlyMap<string, string>): Map<string, string> {
  const taken = new Map<string, string>();
  const waiting = [...roots];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const text = known.get(name);
    if (text === undefined || taken.has(name)) continue;
    taken.set(name, text);
    const code = text.replace(/\/\*\*[\s\S]*?\*\/|"[^"]*"/g, "");
    waiting.push(...new Set(code.match(/\b[A-Za-z]\w*\b/g)));
  }
  return taken;
}

export function clientTypes(): string {
  const known = new Map([...declared().flatMap(declarations), ...replaced()]);
  const roots = exported();
  const parts = [...reached(roots, known)].map(([name, text]) => {
    const plain = text.replace(/^export /m, "").replace(/^(?=const|function|class)/m, "declare ");
    return roots.includes(name) ? plain.replace(/^(?=declare|type|interface)/m, "export ") : plain;
  });
  const head =
    "// Types of posdiag-client.cjs, made by `npm run build`. What the calls mean: docs/payment-application.md.";
  // Without it all would be exported.
  return `${[head, ...parts, "export {};"].join("\n\n")}\n`;
}
