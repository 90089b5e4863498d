/** The policy's outline for an Android image: it compiles, and says the same as the init file and the bridge. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, suite } from "../../front-door/suite.ts";
import { stubbedPolicy } from "./policy-stub.ts";

const test = suite("Android's policy", { needs: ["m4", "checkpolicy"], timeoutMs: 20_000 });

const read = (file: string) => readFileSync(join("deploy/android/sepolicy", file), "utf8");
const rules = ["te_macros", "posdiag.te", "posdiag_bridge.te", "payment.te"].map(read).join("\n");

function compiled(text: string): { readonly status: number | null; readonly output: string } {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-policy-"));
  try {
    const expanded = spawnSync("m4", ["--fatal-warnings", "-s"], { input: stubbedPolicy(text), encoding: "utf8" });
    const file = join(folder, "policy.conf");
    writeFileSync(file, expanded.stdout);
    const { status, stdout, stderr } = spawnSync("checkpolicy", ["-o", join(folder, "policy"), file], {
      encoding: "utf8",
    });
    return { status, output: expanded.stderr + stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("compiles", () => {
  const { status, output } = compiled(rules);
  assert.is(status, 0, output);
});

test("a type that nobody declares does not", () => {
  const { status, output } = compiled(`${rules}\nallow posdiag no_such_type:file read;`);
  assert.is(status, 1);
  assert.match(output, /no_such_type/);
});

test("every type of the contexts is declared", () => {
  const named = ["file_contexts", "property_contexts"].flatMap((file) => [
    ...read(file).matchAll(/u:object_r:(\w+):s0/g),
  ]);
  assert.ok(named.length >= 6);
  const known = new Set(
    [...rules.matchAll(/^type (\w+)|system_internal_prop\((\w+)\)/gm)].flatMap(([, a, b]) => a ?? b ?? []),
  );
  const unknown = named.map(([, type = ""]) => type).filter((type) => !known.has(type));
  assert.equal(unknown, []);
});

test.run();
