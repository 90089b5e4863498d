/** What code may not touch: the clock, chance, the environment and the console come as arguments; the core has no I/O. */
import { codeOnly } from "./code.ts";
import { importsOf, unitOf } from "./imports.ts";
import { isCode, isGenerated, type SourceFile, within } from "./sources.ts";

/** Folders that turn values into values: no module of Node at all. */
const pure = [
  "at",
  "card-data",
  "codes",
  "compare",
  "iso8583",
  "model",
  "signals",
  "faults",
  "fleet",
  "diagnose",
  "handbook",
  "think.ts",
];

/** The few files that are the ports to the machine. */
const ports = ["src/base/clock.ts", "src/base/random.ts", "src/base/log.ts", "src/main.ts", "src/web/browser.ts"];

interface Ban {
  readonly what: string;
  readonly pattern: RegExp;
  /** Files in which it is the very point. */
  readonly except: readonly string[];
}

const bans: readonly Ban[] = [
  { what: "Date.now", pattern: /\bDate\.now\b/, except: ports },
  { what: "new Date() without a time", pattern: /\bnew Date(?!\s*\(\s*[^)\s])/, except: ports },
  { what: "performance.now", pattern: /\bperformance\.now\b/, except: ports },
  { what: "process.hrtime", pattern: /\bprocess\.hrtime\b/, except: ports },
  { what: "a timer", pattern: /(?<!\.)\bset(?:Timeout|Interval)\b/, except: ports },
  { what: "AbortSignal.timeout", pattern: /\bAbortSignal\.timeout\b/, except: ports },
  { what: "Math.random", pattern: /\bMath\.random\b/, except: ports },
  { what: "process.env", pattern: /\bprocess\.env\b/, except: ports },
  { what: "console", pattern: /(?<!\.)\bconsole\b/, except: ports },
  { what: "a dynamic import", pattern: /\b(?:import|require)\s*\(/, except: ["src/cli/office-link.ts"] },
  { what: "a branch on the vendor", pattern: /\bvendor\s*[!=]==?|\b(?:switch)\s*\([^)]*\bvendor\b/, except: [] },
];

const cast = /\bas\s+(?!const\b)[\w{([]/;
/** Lists of names being imported or exported: what is called `setTimeout` or `x as y` there is only a name. */
const nameList = /^[ \t]*(?:import|export)\s+(?:type\s+)?(?:[\w$]+\s*,\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)/gm;

function problemsOf(file: SourceFile): string[] {
  const code = codeOnly(file.text).replace(nameList, "");
  const found = bans.filter(({ pattern, except }) => pattern.test(code) && !except.includes(file.path));
  const casts = cast.test(code) ? ["a cast with `as`"] : [];
  return [...found.map(({ what }) => what), ...casts].map((what) => `${file.path} uses ${what}`);
}

function ioProblems(file: SourceFile): string[] {
  if (!pure.includes(unitOf(file.path))) return [];
  const nodes = importsOf(file).filter(({ specifier }) => specifier.startsWith("node:"));
  return nodes.map(({ specifier }) => `${file.path} imports ${specifier}, and is to be pure`);
}

function timerProblems(file: SourceFile): string[] {
  const timers = importsOf(file).filter(({ specifier }) => /^node:timers/.test(specifier));
  return timers.length > 0 && !ports.includes(file.path) ? [`${file.path} imports node:timers; take a Clock`] : [];
}

export function purityProblems(files: readonly SourceFile[]): string[] {
  const code = within(files, "src").filter(({ path }) => isCode(path) && !isGenerated(path));
  return code.flatMap((file) => [...problemsOf(file), ...ioProblems(file), ...timerProblems(file)]);
}
