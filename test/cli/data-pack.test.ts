import { execFileSync } from "node:child_process";
import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert, suite } from "../front-door/suite.ts";
import { type DataPlace, data, openDataPlace, textOf } from "./data-place.ts";

const test = suite("cli/data-pack", { timeoutMs: 60_000 });

let place: DataPlace;
test.before.each(async () => {
  place = await openDataPlace();
});
test.after.each(() => place.end());

const pack = (...args: readonly string[]) => data("pack", ...args);

test("the same files make the same pack; what is there already stays", async () => {
  const [codes, out] = [join(place.folder, "codes.json"), join(place.folder, "x.posdata")];
  const args = ["--key", place.key, "--name", "acme", "--version", "12", "--tenant", "acme, other", `codes=${codes}`];
  const made = await pack(...args, "--out", out, "--json");
  const said = JSON.parse(made.out);
  assert.equal([made.exit, said.pack, said.contents, said.bytes], [0, "acme-12", ["codes"], statSync(out).size]);
  await pack(...args, "--out", `${out}2`);
  assert.is(textOf(out), textOf(`${out}2`));
  assert.is((await pack(...args, "--out", out)).exit, 73);
  assert.match(textOf(out), /^posdiag-data 1 [0-9a-f]{16} \S{88}\n\{/);
});

test("what a terminal would refuse is not packed, and all of it is said", async () => {
  const [bad, out] = [join(place.folder, "bad.json"), join(place.folder, "x.posdata")];
  writeFileSync(bad, '{"51":"rich"}');
  const usual = ["--key", place.key, "--name", "acme", "--version", "12", "--out", out];
  const wrong = await pack(...usual, `codes=${bad}`, `modems=${bad}`);
  assert.is(wrong.exit, 65);
  assert.match(wrong.err, /codes: .*\n.*modems: /);
  assert.ok(!existsSync(out));
  assert.is((await pack(...usual)).exit, 64);
  assert.is((await pack(...usual, `code=${bad}`)).exit, 64);
  assert.is((await pack(...usual, `codes=${bad}`, `codes=${bad}`)).exit, 64);
  assert.is((await pack(...usual, `codes=${bad}.not`)).exit, 66);
  assert.is((await pack(...usual.slice(2), `codes=${bad}`)).exit, 64, "no key");
  assert.is((await pack("--key", bad, ...usual.slice(2), `codes=${bad}`)).exit, 65, "no key either");
  for (const [option, value] of [
    ["--version", "0"],
    ["--name", "Acme 1"],
    ["--agent-from", "soon"],
  ] as const) {
    const codes = `codes=${join(place.folder, "codes.json")}`;
    assert.is((await pack(...usual, codes, option, value)).exit, 65, option);
  }
});

test("a pack that OpenSSL has signed is one", async () => {
  const script = `
    printf 'posdiag.v1.Data\\0' > signed && cat pack.json >> signed
    openssl pkeyutl -sign -rawin -inkey anna.key -in signed -out signature
    id=$(openssl pkey -in anna.key -pubout -outform DER | tail -c 32 | sha256sum | cut -c 1-16)
    printf 'posdiag-data 1 %s %s\\n' "$id" "$(base64 -w 0 signature)" | cat - pack.json > made.posdata`;
  const contents = { codes: '{ "Y7": "merchant_frozen" }' };
  const said = { name: "acme", version: 12, made: "2026-11-27", for: { tenant: ["acme"] }, contents };
  writeFileSync(join(place.folder, "pack.json"), JSON.stringify(said));
  execFileSync("sh", ["-ec", script], { cwd: place.folder, stdio: "pipe" });
  const installed = await data("install", join(place.folder, "made.posdata"), "--config", place.config, "--json");
  assert.equal([installed.exit, JSON.parse(installed.out)], [0, { pack: "acme-12", verdict: "new", ready: true }]);
});

test.run();
