import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAgentError } from "../../src/base/errors.ts";
import { readPrivateKey } from "../../src/cli/pem-file.ts";
import { supportKeygenCommand } from "../../src/cli/support-keygen.ts";
import { isSealedBy, keyIdOf, sealCommand } from "../../src/commands/seal.ts";
import { readTrust } from "../../src/commands/trust.ts";
import { assert, suite } from "../front-door/suite.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("cli/support-keygen");

async function keygen(...args: readonly string[]) {
  const { io, out, err } = capturedIo();
  const exit = await supportKeygenCommand.run(args, io);
  return { exit, out: out(), err: err() };
}

test("makes two halves that belong together; the private one is its owner's alone, and never written over", async () => {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-keygen-"));
  const out = join(folder, "keys");
  const made = await keygen("--out", out, "--name", "anna", "--may", "read-state,hold", "--json");
  assert.is(made.exit, 0);
  const said = JSON.parse(made.out);
  const list = readTrust(readFileSync(said.public, "utf8"));
  assert.ok("keys" in list);
  const [key] = "keys" in list ? list.keys : [];
  assert.equal([key?.name, key?.may, key && keyIdOf(key.key)], ["anna", ["read_state", "hold"], said.id]);
  const sealed = sealCommand(Buffer.from("x"), await readPrivateKey(said.private));
  assert.ok(key && isSealedBy(sealed, key.key));
  assert.is(statSync(said.private).mode & 0o777, 0o600);
  assert.ok(!made.out.includes("PRIVATE"));
  const before = readFileSync(said.private, "utf8");
  const again = await keygen("--out", out, "--name", "anna");
  assert.equal([again.exit, readFileSync(said.private, "utf8") === before], [73, true]);
  assert.match(again.err, /EEXIST/);
  const reading = JSON.parse((await keygen("--out", out, "--name", "hotline", "--may", "reading", "--json")).out);
  assert.match(readFileSync(reading.public, "utf8"), /"bundle"/);
  assert.ok(!/recover|hint/.test(readFileSync(reading.public, "utf8")));
  const fleet = JSON.parse((await keygen("--out", out, "--name", "fleet", "--may", "hint", "--json")).out);
  const told = readTrust(readFileSync(fleet.public, "utf8"));
  assert.equal("keys" in told && told.keys[0]?.may, ["hint"]);
  rmSync(folder, { recursive: true });
});

test("wrong use is told as such", async () => {
  for (const args of [
    [],
    ["--out", "x"],
    ["--out", "x", "--name", "a b"],
    ["--out", "x", "--name", "a", "--may", "fly"],
  ]) {
    const refused = await keygen(...args).then(
      () => undefined,
      (error: unknown) => error,
    );
    assert.ok(isAgentError(refused, "USAGE"), args.join(" "));
  }
});

test.run();
