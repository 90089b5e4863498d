/** What can be tried without an agent: the addon, the program's version, and what Node takes by itself. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Place } from "./place.ts";
import { type Resident, residentOf } from "./resident.ts";
import { run } from "./tool.ts";

/** Names that the addon's program calls: without them it is not the one that was meant. */
const calls = ["open", "close", "set", "get", "flush", "drain", "getBaudRate"] as const;

/** Loads the addon itself, without what looks for the right one of them. */
export function loadAddon({ platform, bundle }: Place): string {
  const [file, ...first] = platform.words;
  const code = `process.stdout.write(Object.keys(require(process.argv[1])).join())`;
  const said = run(file, [...first, "-e", code, `${bundle}/prebuilds/${platform.addon}`]).split(",");
  const missing = calls.filter((name) => !said.includes(name));
  if (missing.length > 0) throw new Error(`the addon has no ${missing.join(", ")}`);
  return `${platform.addon} has ${said.length} calls`;
}

/** Also says for which processor Node believes to run. */
export function askVersion({ platform, bundle }: Place): string {
  const [file, ...first] = platform.words;
  const version = run(file, [...first, `${bundle}/posdiag.cjs`, "--version"]).trim();
  const machine = run(file, [...first, "-p", 'process.arch + " " + process.version']).trim();
  const wanted = `${platform.name} v${platform.node}`;
  if (machine !== wanted) throw new Error(`Node says ${machine} instead of ${wanted}`);
  return `${version} on Node ${machine}`;
}

/** What Node takes that does nothing. */
export async function restOfNode({ platform, flags, env }: Place): Promise<Resident> {
  const [file, ...first] = platform.words;
  const code = `process.stdout.write("here");setInterval(()=>{},2**30)`;
  const child = spawn(file, [...first, ...flags, "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  const ended = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), ended]);
  if (child.pid === undefined || child.exitCode !== null) throw new Error("Node alone ended at once");
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const resident = residentOf(child.pid, platform.emulated);
  child.kill("SIGKILL");
  await ended;
  return resident;
}
