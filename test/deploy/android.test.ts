/** What an Android image gets: init file, permissions, policy, configuration and bridge must name the same user, folders and permission. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfig } from "../../src/config/load.ts";
import { formatProblem } from "../../src/config/problem.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("Android image");

const read = (file: string) => readFileSync(join("deploy/android", file), "utf8");
const rc = read("posdiag.rc");
const manifest = read("bridge/src/main/AndroidManifest.xml");
const privileges = read("permissions/org.posdiag.bridge.xml");
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

/** The folder in which a file of that path lies. */
const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/"));

const made = new Set(all(rc, /^ {4}mkdir (\S+) /gm));

test("the configuration is accepted, and its folders are made by init", () => {
  const loaded = loadConfig(read("config.example.jsonc"));
  assert.equal(loaded.kind === "invalid" ? loaded.problems.map(formatProblem) : [], []);
  const paths = all(read("config.example.jsonc"), /"(\/data\/[^"]+)"/g);
  assert.is(paths.length, 4);
  assert.equal(
    paths.filter((path) => !made.has(folderOf(path))),
    [],
  );
});

test("the bridge looks where the configuration says", () => {
  const paths = all(read("bridge/src/main/res/values/paths.xml"), />(\/data[^<]+)</g);
  assert.equal(
    paths.filter((path) => !read("config.example.jsonc").includes(`"${path}"`)),
    [],
  );
  assert.is(paths.length, 2);
});

test("every folder has a label of its own, and nobody else's user", () => {
  const labelled = all(read("sepolicy/file_contexts"), /^(\/data\/misc\/posdiag\S*)\(\/\.\*\)\?\s/gm);
  // What lies in the state's folder bears the label of the folder above.
  assert.equal(
    [...made].filter((folder) => !labelled.includes(folder)),
    ["/data/misc/posdiag/state"],
  );
  const [, user = ""] = /^ {4}user (\S+)$/m.exec(rc) ?? [];
  assert.equal([...new Set(all(rc, /^ {4}mkdir \S+ \d+ (.+)$/gm))], [`${user} ${user}`]);
  assert.ok(read("config.fs").includes(`[AID_${user.toUpperCase()}]`));
  assert.ok(privileges.includes(`<group gid="${user}" />`));
});

test("the agent runs without capabilities, and with the flags of the systemd unit", () => {
  assert.match(rc, /^ {4}capabilities$/m);
  const unit = readFileSync("deploy/posdiag.service", "utf8");
  const flags = all(/^ExecStart=.*$/m.exec(unit)?.[0] ?? "", /(?<= )(--(?!config)\S+)/g);
  assert.ok(flags.length >= 4);
  assert.equal(
    flags.filter((flag) => !rc.includes(` ${flag} `)),
    [],
  );
});

test("a privileged permission of the manifest is granted by the image, and a dangerous one, too", () => {
  const asked = new Set(all(manifest, /<uses-permission android:name="([^"]+)"/g));
  const granted = [
    ...all(privileges, /<permission name="([^"]+)" \/>/g),
    ...all(read("permissions/default-org.posdiag.bridge.xml"), /<permission name="([^"]+)"/g),
  ];
  assert.equal(
    granted.filter((name) => !asked.has(name)),
    [],
  );
  const ordinary = ["RECEIVE_BOOT_COMPLETED", "FOREGROUND_SERVICE", "FOREGROUND_SERVICE_SPECIAL_USE"];
  const left = [...asked].filter(
    (name) => !granted.includes(name) && !ordinary.some((one) => name.endsWith(`.${one}`)),
  );
  assert.equal(left, []);
});

test("no identity is asked for anywhere in the bridge", () => {
  const permissions = /READ_PHONE_NUMBERS|READ_PRIVILEGED_PHONE_STATE|READ_SMS|READ_CALL_LOG|INTERNET/;
  assert.not.match(manifest, permissions);
  const { stdout } = spawnSync(
    "grep",
    [
      "-rniE",
      "getImei|getDeviceId|subscriberId|simSerial|line1Number|getMeid|cellIdentity",
      "deploy/android/bridge/src/main",
    ],
    { encoding: "utf8" },
  );
  assert.is(stdout, "");
});

test("what the product file copies is in the repository, or comes from the artefact and Node", () => {
  const sources = all(read("posdiag.mk"), /^ {4}\$\(POSDIAG\)\/([^:]+):/gm);
  const missing = sources.filter(
    (file) => !/^(?:artefact|node)\/|^config\.jsonc$/.test(file) && !existsSync(join("deploy/android", file)),
  );
  assert.equal([sources.length > 6, missing], [true, []]);
});

test.run();

const shell = suite("Termux's script", { needs: ["shellcheck", "dash"] });

shell("has nothing that shellcheck minds", () => {
  const { status, stdout } = spawnSync("shellcheck", ["deploy/android/termux.sh"], { encoding: "utf8" });
  assert.is(status, 0, stdout);
});

shell("says what it wants, and refuses to run elsewhere", () => {
  const run = (...args: readonly string[]) =>
    spawnSync("dash", ["deploy/android/termux.sh", ...args], { encoding: "utf8", env: { PATH: process.env["PATH"] } });
  assert.equal([run("--help").status, run().status, run("no-such-file").status], [0, 64, 64]);
  const elsewhere = run("deploy/android/termux.sh");
  assert.is(elsewhere.status, 69);
  assert.match(elsewhere.stderr, /not Termux/);
});

shell.run();
