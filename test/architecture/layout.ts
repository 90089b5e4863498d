/** Sizes of files, and tests that mirror what they test. */
import { isGenerated, type SourceFile } from "./sources.ts";

interface SizeRule {
  readonly of: RegExp;
  readonly lines: number;
}

/** The first that fits counts. */
const sizes: readonly SizeRule[] = [
  // One place to look up every key: a document, and as long as there are keys.
  { of: /^deploy\/config\.example\.jsonc$/, lines: 400 },
  { of: /^(?:src|hw-sim|proto|deploy)\//, lines: 250 },
  { of: /^test\/.*\.ts$/, lines: 300 },
  { of: /^(?:README|ARCHITECTURE)\.md$/, lines: 200 },
  { of: /^CONTRIBUTING\.md$/, lines: 120 },
];

export function sizeProblems(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const rule = sizes.find(({ of }) => of.test(path));
    const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    if (!rule || isGenerated(path) || lines <= rule.lines) return [];
    return [`${path} has ${lines} lines, and may have ${rule.lines}`];
  });
}

/** Tests of no single source file: laws over the whole of something, or one danger that several files stand against. */
export const standalone: readonly string[] = [
  "test/architecture.test.ts",
  "test/at/transcripts.test.ts",
  "test/deploy/config-example.test.ts",
  "test/deploy/unit.test.ts",
  "test/faults/catalogue.test.ts",
  "test/faults/unique-ids.test.ts",
  "test/front-door/front-door.test.ts",
  "test/ipc/hostile.test.ts",
  "test/ipc/requests.test.ts",
  "test/modem/garbage.test.ts",
  "test/modem/pitfalls-probe.test.ts",
  "test/modem/pitfalls-reading.test.ts",
  "test/modem/pitfalls-tty.test.ts",
  "test/modem/pitfalls.test.ts",
  "test/uplink/hostile-broker.test.ts",
];

/** Folders of tests that run the whole agent, not one file. */
const whole = ["test/scenarios/", "test/end-to-end/", "test/fuzz/", "test/peers/"];

export function orphanProblems(files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const folders = new Set(
    files.flatMap(({ path }) => path.split("/").map((_, depth, parts) => parts.slice(0, depth).join("/"))),
  );
  const tests = [...paths].filter((path) => path.startsWith("test/") && path.endsWith(".test.ts"));
  return tests.flatMap((test) => {
    if (standalone.includes(test) || whole.some((folder) => test.startsWith(folder))) return [];
    const mirrored = test.slice("test/".length, -".test.ts".length);
    // What only serves tests and measurements has its test beside it.
    const roots = [`src/${mirrored}`, mirrored, `test/${mirrored}`];
    if (roots.some((root) => paths.has(`${root}.ts`) || paths.has(`${root}.js`) || folders.has(root))) return [];
    return [`${test} tests neither src/${mirrored}.ts nor ${mirrored}.ts`];
  });
}
