/**
 * Several files in one process, one after the other: what is quick by itself waits mostly for its process to start. Only what
 * is plainly green is believed. Of anything else nobody can tell whose fault it was, so each is judged again by itself.
 */
import { once } from "node:events";
import type { TestEvent } from "./events.ts";
import { groupMembers, killGroup } from "./groups.ts";
import { type FileResult, type Limits, liveGroups, parse, runFile, start, type TestProcess } from "./runner.ts";

/** For all of them: none of them is slow. */
const mostMs = 60_000;

/** What was told until the process ended; undefined where something was not green. */
async function heardOf(child: TestProcess, files: readonly string[]): Promise<readonly FileResult[] | undefined> {
  const results: FileResult[] = [];
  let isGreen = true;
  let beganMs = performance.now();
  let passed: { where: string; ms: number }[] = [];
  let skipped: { where: string; reason: string }[] = [];
  const finish = () => {
    const nowMs = performance.now();
    const file = files[results.length] ?? "";
    results.push({ file, passed, skipped, failed: [], output: "", ms: Math.round(nowMs - beganMs) });
    [passed, skipped, beganMs] = [[], [], nowMs];
  };
  const take = (event: TestEvent) => {
    if (event.kind === "pass") passed.push(event);
    if (event.kind === "skip") skipped.push(event);
    if (event.kind === "fail" || event.kind === "problem") isGreen = false;
    if (event.kind === "done") finish();
  };
  child.results.on("line", (line) => take(parse(line)));
  const [[code]] = await Promise.all([once(child, "exit"), once(child.results, "close")]);
  return isGreen && code === 0 && results.length === files.length ? results : undefined;
}

async function runAlone(files: readonly string[], seed?: number, limits: Partial<Limits> = {}): Promise<FileResult[]> {
  const results: FileResult[] = [];
  for (const file of files) results.push(await runFile(file, seed, limits));
  return results;
}

/** `limits`: of a file that is judged by itself, as one alone is from the beginning. */
export async function runTogether(
  files: readonly string[],
  seed?: number,
  limits: Partial<Limits> = {},
): Promise<readonly FileResult[]> {
  if (files.length < 2) return runAlone(files, seed, limits);
  const child = await start(files, seed);
  const group = child.pid;
  liveGroups.add(group);
  const cap = setTimeout(() => killGroup(group), mostMs);
  child.stdout?.resume();
  child.stderr?.resume();
  const heard = await heardOf(child, files);
  clearTimeout(cap);
  const left = groupMembers(group);
  killGroup(group);
  liveGroups.delete(group);
  return heard && left.length === 0 ? heard : runAlone(files, seed, limits);
}
