/** Writes a memory again and again until it is killed; prints each round that is on disk. Argument: the file. */
import { writeSync } from "node:fs";
import { silentLog } from "../../src/base/log.ts";
import { nothingRemembered } from "../../src/memory/remembered.ts";
import { createStore } from "../../src/memory/store.ts";

const [path = ""] = process.argv.slice(2);
const store = createStore(path, silentLog);
const first = ((await store.read())?.unbookedBytes ?? 0) + 1;
for (let round = first; ; round += 1) {
  // As long as it gets, so that a part of it would be noticed.
  const spent = Array.from({ length: 32 }, (_, at) => ({ name: `rung${at}`, day: "2026-11-22", count: round }));
  const written = await store.write({ ...nothingRemembered("salt"), unbookedBytes: round, spent });
  writeSync(1, `${written} ${round}\n`);
}
