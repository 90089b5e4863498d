/** The real agent under the most open umask there is: what it writes is its own user's to read all the same. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bringUp } from "../../hw-sim/rig/rig.ts";
import { assert, suite } from "../front-door/suite.ts";
import { openPlace } from "../support/asked-terminal.ts";
import { type Left, leftIn } from "./left-behind.ts";

const test = suite("threats: what the agent leaves on the disk", { timeoutMs: 90_000, needs: ["mosquitto"] });

const before = process.umask();
let folder = "";

test.before(() => {
  folder = mkdtempSync(join(tmpdir(), "posdiag-left-"));
  process.umask(0o000);
});
test.after(() => {
  process.umask(before);
  rmSync(folder, { recursive: true, force: true });
});

/** The agent's life with a command in it, and what there is when it has ended. */
async function live(): Promise<readonly Left[]> {
  await using place = await openPlace({
    outbox: { dir: join(folder, "state", "outbox") },
    record: { file: join(folder, "record.jsonl") },
  });
  const { agent, door } = await bringUp(place.rig);
  const asked = await place.ask("read-state");
  assert.is(asked.said.state, "succeeded", asked.err);
  door.close();
  assert.is(await agent.end(), 0);
  return leftIn(folder);
}

test("reports, memory, audit log, results and recordings are its own user's only, whatever the umask", async () => {
  const left = await live();
  const names = left.map(({ path }) => path);
  const expected = [
    "state/commands/audit.log",
    "state/commands/journal.json",
    "state/commands/result-0.json",
    "state/outbox/00000001.log",
  ];
  for (const name of [...expected, "state/memory.json", "record.jsonl", "state/uplink.json"])
    assert.ok(names.includes(name), `${name} is not among ${names.join(", ")}`);
  const open = left.filter(({ mode }) => (mode & 0o077) !== 0);
  assert.equal(open, []);
});

test.run();
