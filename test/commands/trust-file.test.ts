import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentLog } from "../../src/base/log.ts";
import { writeTrust } from "../../src/commands/trust.ts";
import { openTrust } from "../../src/commands/trust-file.ts";
import { assert, suite } from "../front-door/suite.ts";
import { keys, newSigner } from "./bench.ts";

const test = suite("commands/trust-file");

test("a rotation outlives a restart, until somebody puts another list in the configuration's place", async () => {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-trust-"));
  const [path, rotations] = [join(folder, "list.json"), join(folder, "state", "keys")];
  const open = () => openTrust({ path, rotations, log: silentLog });
  assert.is(await open(), undefined);
  writeFileSync(path, "rubbish");
  assert.is(await open(), undefined);
  writeFileSync(path, writeTrust(keys));
  const trust = await open();
  assert.equal(trust?.keys(), keys);
  const add = [{ name: "eve", key: newSigner().key, may: [] }];
  const done = await trust?.rotate({ kind: "rotate_keys", add, remove: [] });
  assert.is(done?.kind, "done");
  const names = async () => (await open())?.keys().map(({ name }) => name);
  assert.equal(await names(), ["anna", "boris", "eve"]);
  assert.equal(await trust?.rotate({ kind: "rotate_keys", add: [], remove: ["0".repeat(16)] }), {
    ...{ kind: "failed", reason: "unknown_key" },
  });
  writeFileSync(rotations, readFileSync(rotations, "utf8").slice(0, -20));
  assert.equal(await names(), ["anna", "boris"]);
  writeFileSync(path, writeTrust(keys.slice(0, 1)));
  assert.equal(await names(), ["anna"]);
  rmSync(folder, { recursive: true });
});

test.run();
