/** `npm run package` as a process: what lies in the folder then, and whether it runs where no npm package is installed. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { assert, suite } from "../front-door/suite.ts";
import { loader } from "../support/loader.ts";

const test = suite("package", { timeoutMs: 120_000, needs: ["dpkg-deb"] });
const { version } = manifest;
const target = "linux-x64-glibc";

async function packages(...args: readonly string[]) {
  const child = spawn(process.execPath, ["--import", loader, "deploy/package/main.ts", ...args]);
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (said.out += String(text)));
  child.stderr.setEncoding("utf8").on("data", (text) => (said.err += String(text)));
  await once(child, "close");
  return { code: child.exitCode, ...said };
}

let folder: string;
let top: string;
const made = (name: string, out = "one"): string => join(folder, out, name);
const archive = `posdiag-${version}-${target}.tar.gz`;
const deb = `posdiag-system-node_${version}_amd64.deb`;

test.before(async () => {
  folder = mkdtempSync(join(tmpdir(), "posdiag-packages-"));
  const words = ["--target", target, "--deb", "--node", "none", "--out"];
  const ended = await Promise.all(["one", "two"].map((out) => packages(...words, join(folder, out))));
  for (const { code, err } of ended) if (code !== 0) throw new Error(err);
  execFileSync("tar", ["-xzf", made(archive), "-C", folder]);
  top = join(folder, `posdiag-${version}`);
});
test.after(() => rmSync(folder, { recursive: true, force: true }));

test("makes the archive, the .deb and their checksums, the same bytes each time", () => {
  assert.equal(readdirSync(join(folder, "one")).toSorted(), ["SHA256SUMS", archive, deb].toSorted());
  for (const name of [archive, deb, "SHA256SUMS"]) {
    assert.ok(readFileSync(made(name)).equals(readFileSync(made(name, "two"))), name);
  }
  const checked = spawnSync("sha256sum", ["-c", "SHA256SUMS"], { cwd: join(folder, "one"), encoding: "utf8" });
  assert.equal([checked.status, checked.stdout], [0, `${archive}: OK\n${deb}: OK\n`]);
});

test("the archive has one folder, only this target's addon, one owner and one time", () => {
  const lines = execFileSync("tar", ["-tvzf", made(archive), "--full-time"], { encoding: "utf8" })
    .trim()
    .split("\n");
  assert.ok(lines.every((line) => line.includes(" 0/0 ") && line.includes(` posdiag-${version}/`)));
  assert.is(new Set(lines.map((line) => /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.exec(line)?.[0])).size, 1);
  assert.equal(readdirSync(join(top, "prebuilds")), ["linux-x64"]);
  assert.equal(readdirSync(join(top, "prebuilds/linux-x64")), ["@serialport+bindings-cpp.glibc.node"]);
  for (const name of ["LICENSE", "THIRD-PARTY.txt", "sbom.cdx.json", "posdiag-client.d.cts", "share/config.jsonc"]) {
    assert.ok(readFileSync(join(top, name)).length > 0, name);
  }
});

test("the sample configuration in it is accepted by the program beside it, from another folder and through a link", () => {
  const link = join(folder, "posdiag");
  symlinkSync(join(top, "bin/posdiag"), link);
  const env = { ...process.env, POSDIAG_NODE: process.execPath };
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(link, args, { cwd: "/", env, encoding: "utf8" });
    return { status, stdout, stderr };
  };
  assert.equal(run("--version"), { status: 0, stdout: `posdiag ${version}\n`, stderr: "" });
  const checked = run("config", "check", join(top, "share/config.jsonc"));
  assert.equal([checked.status, checked.stderr], [0, ""], checked.stdout);
});

test("the .deb has its files where they belong, with the modes they need, and one conffile", () => {
  const lines = execFileSync("dpkg-deb", ["-c", made(deb)], { encoding: "utf8" })
    .trim()
    .split("\n");
  const files = new Map(lines.map((line) => [line.split(/\s+/).at(5)?.slice(1) ?? "", line.slice(0, 10)]));
  assert.ok(lines.every((line) => /^\S+ root\/root /.test(line)));
  const wanted: Readonly<Record<string, string>> = {
    "/usr/bin/posdiag": "-rwxr-xr-x",
    "/usr/lib/posdiag/posdiag.cjs": "-rw-r--r--",
    "/usr/lib/systemd/system/posdiag.service": "-rw-r--r--",
    "/usr/lib/sysusers.d/posdiag.conf": "-rw-r--r--",
    "/usr/lib/tmpfiles.d/posdiag.conf": "-rw-r--r--",
    "/usr/lib/udev/rules.d/70-posdiag-modem.rules": "-rw-r--r--",
    "/usr/share/doc/posdiag-system-node/copyright": "-rw-r--r--",
    "/usr/share/doc/posdiag-system-node/sbom.cdx.json": "-rw-r--r--",
    "/etc/posdiag/config.jsonc": "-rw-r--r--",
  };
  for (const [name, mode] of Object.entries(wanted)) assert.is(files.get(name), mode, name);
  assert.not(files.has("/usr/lib/posdiag/node"));
  assert.is(
    execFileSync("dpkg-deb", ["-I", made(deb), "conffiles"], { encoding: "utf8" }),
    "/etc/posdiag/config.jsonc\n",
  );
});

test("the .deb asks for the system's Node and stands in for its sister", () => {
  const field = (name: string) => execFileSync("dpkg-deb", ["-f", made(deb), name], { encoding: "utf8" }).trim();
  assert.equal(["Package", "Version", "Architecture"].map(field), ["posdiag-system-node", version, "amd64"]);
  assert.match(field("Depends"), /^nodejs \(>= 20\.20\), /);
  assert.equal(["Provides", "Conflicts", "Replaces"].map(field), ["posdiag", "posdiag", "posdiag"]);
  assert.ok(Number(field("Installed-Size")) > 2_000);
});

test("a target that there is not is refused with the nearest, and wrong words with where help is", async () => {
  const wrong = await packages("--target", "linux-x64-glib");
  assert.equal([wrong.code, wrong.out], [64, ""]);
  assert.match(wrong.err, 'unknown target "linux-x64-glib": did you mean linux-x64-glibc?; --help says what there is');
  const help = await packages("--help");
  assert.equal([help.code, help.err], [0, ""]);
  assert.match(help.out, "android-arm64");
});

test.run();

const launcher = suite("launcher", { timeoutMs: 20_000 });

/** A launcher in a folder of its own, with a Node that says which version it is, and what it was given. */
function withNode(saying: string, beside = false) {
  const home = mkdtempSync(join(tmpdir(), "posdiag-launcher-"));
  mkdirSync(join(home, "bin"));
  const node = join(home, beside ? "node" : "another");
  const script = `#!/bin/sh\n[ "$1" = --version ] && { echo "${saying}"; exit; }\nprintf '%s|' "$@"\n`;
  for (const [file, text] of [
    [node, script],
    [join(home, "bin/posdiag"), readFileSync("deploy/package/launcher.sh", "utf8")],
    [join(home, "posdiag.cjs"), ""],
  ] as const) {
    writeFileSync(file, text);
    chmodSync(file, 0o755);
  }
  const env = beside ? { PATH: process.env["PATH"] } : { PATH: process.env["PATH"], POSDIAG_NODE: node };
  const { status, stdout, stderr } = spawnSync(join(home, "bin/posdiag"), ["status", "a b"], { env, encoding: "utf8" });
  rmSync(home, { recursive: true });
  return { status, stdout: stdout.replaceAll(home, "HOME"), stderr: stderr.replaceAll(home, "HOME") };
}

for (const old of ["v18.19.1", "v20.19.9", "v9.0.0"]) {
  launcher(`refuses Node ${old}, and says what to do`, () => {
    const { status, stdout, stderr } = withNode(old);
    assert.equal([status, stdout], [69, ""]);
    assert.match(stderr, `posdiag: HOME/another is ${old}, which is too old: install Node 20.20 or later`);
  });
}

launcher("refuses what says no version", () => {
  assert.match(withNode("hello").stderr, "HOME/another does not say which Node it is");
});

for (const good of ["v20.20.0", "v22.1.0", "v100.0.0"]) {
  launcher(`takes Node ${good}, and hands every word on as it is`, () => {
    assert.equal(withNode(good), { status: 0, stdout: "HOME/bin/../posdiag.cjs|status|a b|", stderr: "" });
  });
}

launcher("takes the Node beside it without asking it", () => {
  assert.is(withNode("v1.0.0", true).stdout, "HOME/bin/../posdiag.cjs|status|a b|");
});

launcher.run();
