/**
 * Lays a pack ready, or starts a terminal's shelf, and is killed with SIGKILL at one of the steps in which it changes the disk; half of
 * what is written at that step is there. Usage: killed-child.ts install|start FOLDER STEP. Says "done" where there is no such step.
 */
import { readFileSync } from "node:fs";
import promises, { type FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { readTrust } from "../../src/commands/trust.ts";
import { openShelf } from "../../src/packs/shelf.ts";
import { openPackStore } from "../../src/packs/store.ts";
import { terms } from "./bench.ts";

const [what = "", folder = "", last = ""] = process.argv.slice(2);
let steps = 0;

/** Whether it ends here. */
function isLast(): boolean {
  steps += 1;
  return steps - 1 === Number(last);
}

const die = () => process.kill(process.pid, "SIGKILL");

function killable<A extends unknown[], R>(doing: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return async (...args) => {
    if (isLast()) die();
    return doing(...args);
  };
}

const { open, rename, rm, mkdir } = promises;

async function killableOpen(...args: Parameters<typeof open>): Promise<FileHandle> {
  const file = await open(...args);
  const write = file.writeFile.bind(file);
  return Object.assign(file, {
    sync: killable(file.sync.bind(file)),
    writeFile: async (content: string | Uint8Array) => {
      if (!isLast()) return write(content);
      await write(content.slice(0, content.length / 2));
      die();
    },
  });
}

Object.assign(promises, {
  open: killableOpen,
  ...{ rename: killable(rename), rm: killable(rm), mkdir: killable(mkdir) },
});
syncBuiltinESMExports();

const store = openPackStore(join(folder, "data"), silentLog);
if (what === "install") {
  await store.want({ kind: "install", bytes: readFileSync(join(folder, "pack")) });
} else {
  const read = readTrust(readFileSync(join(folder, "keys.json"), "utf8"));
  const keys = "keys" in read ? read.keys : [];
  await openShelf({ store, terms: { ...terms, keys }, trialMs: 60_000, clock: systemClock, log: silentLog });
}
process.stdout.write("done\n");
