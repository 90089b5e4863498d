import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { namedFileProblems } from "../../src/config/named-files.ts";
import { formatKeyFile } from "../../src/last-resort/key-file.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("files that a configuration names", { timeoutMs: 10_000, needs: ["openssl"] });

const folder = mkdtempSync(join(tmpdir(), "posdiag-files-"));
const file = (name: string) => join(folder, name);
test.after(() => rmSync(folder, { recursive: true }));

const ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];

function makeCertificate(name: string, ...more: readonly string[]): void {
  const out = ["-keyout", file(`${name}.key`), "-out", file(`${name}.pem`)];
  execFileSync("openssl", ["req", "-x509", ...ec, "-subj", `/CN=${name}`, ...out, ...more], { stdio: "ignore" });
}

test.before(() => {
  makeCertificate("own", "-nodes");
  makeCertificate("other", "-nodes");
  makeCertificate("locked", "-passout", "pass:secret");
  writeFileSync(file("text.pem"), "no certificate\n");
  writeFileSync(file("broken.pem"), "-----BEGIN CERTIFICATE-----\nTUlJQg==\n-----END CERTIFICATE-----\n");
  writeFileSync(file("huge.pem"), "x".repeat(1_100_000));
  writeFileSync(
    file("both.pem"),
    `${["own", "other"].map((name) => execFileSync("cat", [file(`${name}.pem`)])).join("")}`,
  );
});

const said = (draft: Parameters<typeof namedFileProblems>[0]) =>
  namedFileProblems(draft).map(({ key, what }) => `${key} ${what.replaceAll(`${folder}/`, "")}`);

test("a key with its certificate, and a list of authorities, are in order", () => {
  const identity = { "acquirer.cert_file": file("own.pem"), "acquirer.key_file": file("own.key") };
  assert.equal(said({ ...identity, "acquirer.ca_file": file("both.pem"), "uplink.tls.ca_file": file("own.pem") }), []);
  assert.equal(said({}), []);
});

for (const [name, what] of [
  ["none.pem", "none.pem cannot be read (ENOENT)"],
  [".", "is not a file"],
  ["text.pem", "text.pem holds no certificate in PEM form"],
  ["own.key", "own.key holds no certificate in PEM form"],
  ["broken.pem", "broken.pem holds no certificate that can be read"],
  ["huge.pem", "huge.pem is larger than 1048576 bytes"],
] as const) {
  test(`an authority that is ${JSON.stringify(name)} is told for what it is`, () => {
    for (const key of ["acquirer.ca_file", "uplink.tls.ca_file"] as const) {
      const [problem = ""] = said({ [key]: file(name) });
      assert.ok(problem.startsWith(key) && problem.endsWith(what), problem);
    }
  });
}

test("a key that is another's, locked, or no key is told, together with what is wrong with its certificate", () => {
  const identity = (cert: string, key: string) => ({
    "acquirer.cert_file": file(cert),
    "acquirer.key_file": file(key),
  });
  assert.equal(said(identity("own.pem", "other.key")), ["acquirer.key_file is not the key of acquirer.cert_file"]);
  const unreadable = "holds no private key in PEM form without a password that can be read";
  assert.equal(said(identity("own.pem", "locked.key")), [`acquirer.key_file locked.key ${unreadable}`]);
  assert.equal(said(identity("text.pem", "own.pem")), [
    "acquirer.cert_file text.pem holds no certificate in PEM form",
    `acquirer.key_file own.pem ${unreadable}`,
  ]);
});

test("the file of a security module's PIN holds the PIN and nothing else", () => {
  writeFileSync(file("pin"), "4711");
  writeFileSync(file("pin-line"), "4711\n");
  const uri = (end: string) => said({ "uplink.tls.key_uri": `pkcs11:object=uplink${end}` });
  for (const source of ["pin-source=file:", "x=1&pin-source=file://", "pin-source="]) {
    assert.equal(uri(`?${source}${file("pin")}`), []);
  }
  const [problem = ""] = uri(`?pin-source=file:${file("pin-line")}`);
  assert.match(problem, /^uplink\.tls\.key_uri pin-line must hold the PIN and nothing else/);
  assert.equal(uri(`?pin-source=file:${file("none")}`), ["uplink.tls.key_uri none cannot be read (ENOENT)"]);
  assert.equal(uri(""), ["uplink.tls.key_uri has no pin-source: the security module asks for a PIN"]);
});

test("a file that is not ours to read is told", () => {
  if (process.getuid?.() === 0) {
    // Nothing is closed to the superuser: only that the name is told can be tried.
    assert.equal(said({ "uplink.password_file": file("none") }), ["uplink.password_file none cannot be read (ENOENT)"]);
    return;
  }
  chmodSync(file("own.key"), 0);
  assert.equal(said({ "uplink.password_file": file("own.key") }), [
    "uplink.password_file own.key cannot be read (EACCES)",
  ]);
});

test("everything that is wrong with a catalogue file is told, each with its place", () => {
  writeFileSync(file("catalogue.jsonc"), '{\n"rates": { "sim.absnt": "rare" },\n"drop": ["txn.state_unknown"]\n}');
  assert.equal(said({ "catalogue.file": file("catalogue.jsonc") }), [
    "catalogue.file catalogue.jsonc: rates.sim.absnt: unknown fault, did you mean sim.absent?; 2:12",
    "catalogue.file catalogue.jsonc: drop[0]: is txn.state_unknown, which is about money and cannot be dropped; 3:10",
  ]);
  writeFileSync(file("catalogue.jsonc"), "{} // nothing");
  assert.equal(said({ "catalogue.file": file("catalogue.jsonc") }), []);
  assert.equal(said({ "catalogue.file": file("none.jsonc") }), ["catalogue.file none.jsonc cannot be read (ENOENT)"]);
});

test("a key that signs QR codes is Ed25519 and nothing else", () => {
  execFileSync("openssl", ["genpkey", "-algorithm", "ed25519", "-out", file("sign.key")], { stdio: "ignore" });
  assert.equal(said({ "last_resort.sign_key_file": file("sign.key") }), []);
  const [other = ""] = said({ "last_resort.sign_key_file": file("own.key") });
  assert.match(other, "own.key holds a key of another kind than Ed25519");
  assert.is(said({ "last_resort.sign_key_file": file("text.pem") }).length, 1);
});

test("a key of the last resort must be this terminal's, and not the fleet's", () => {
  const key = new Uint8Array(32);
  const ours = { "terminal.tenant": "acme", "terminal.serial": "PX7-1", "last_resort.key_file": file("code.key") };
  const problems = (text: string) => {
    writeFileSync(file("code.key"), text);
    return said(ours).join();
  };
  assert.is(problems(formatKeyFile({ kind: "terminal", key, terminal: { tenant: "acme", serial: "PX7-1" } })), "");
  const other = formatKeyFile({ kind: "terminal", key, terminal: { tenant: "acme", serial: "PX7-2" } });
  assert.match(problems(other), "last_resort.key_file code.key is the key of another terminal");
  assert.match(problems(formatKeyFile({ kind: "fleet", key })), "must not be on a terminal");
  assert.match(problems("nothing"), "does not begin with");
});

test("a list of those who may sign data has one who may, and may say when a key ends; that of commands may not", () => {
  const lay = (more: object) =>
    writeFileSync(file("keys.json"), JSON.stringify({ keys: [{ name: "anna", key: "ab".repeat(32), ...more }] }));
  const both = () => said({ "data.keys_file": file("keys.json"), "commands.keys_file": file("keys.json") });
  lay({ may: ["data"] });
  assert.equal(both(), []);
  lay({ may: ["diagnose"] });
  assert.equal(both(), ["data.keys_file keys.json has no key that may sign data"]);
  lay({ until: "2027-12-31" });
  assert.equal(both(), ['commands.keys_file keys.json has an entry, number 1, that is not {"name","key","may"}']);
});

test.run();
