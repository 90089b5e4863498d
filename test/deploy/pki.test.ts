import { spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("deploy/pki: an authority for terminals and services", { needs: ["openssl"], timeoutMs: 60_000 });

const script = fileURLToPath(new URL("../../deploy/pki/issue.sh", import.meta.url));
const dayMs = 86_400_000;

interface Place extends Disposable {
  readonly dir: string;
  /** With `pki` as the authority. */
  issue(...words: readonly string[]): { readonly status: number | null; readonly out: string; readonly err: string };
  certificate(name: string): X509Certificate;
  path(name: string): string;
}

function createPlace(): Place {
  const dir = mkdtempSync(join(tmpdir(), "posdiag-pki-"));
  const path = (name: string) => join(dir, name);
  return {
    dir,
    path,
    issue: (...words) => {
      const { status, stdout, stderr } = spawnSync("sh", [script, ...words], { cwd: dir, encoding: "utf8" });
      return { status, out: stdout, err: stderr };
    },
    certificate: (name) => new X509Certificate(readFileSync(path(`pki/${name}.pem`))),
    [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }),
  };
}

test("a terminal's certificate: its name, for a client only, by an authority that signs nothing but certificates and lists", () => {
  using place = createPlace();
  assert.equal(place.issue("pki", "acme/PX7-00042"), { status: 0, out: "", err: "" });
  const [own, ca] = [place.certificate("acme_PX7-00042"), place.certificate("ca")];
  assert.equal([own.subject, own.ca, own.keyUsage], ["CN=acme/PX7-00042", false, ["1.3.6.1.5.5.7.3.2"]]);
  assert.ok(own.checkIssued(ca) && own.verify(ca.publicKey));
  assert.ok(Date.parse(ca.validTo) > Date.parse(own.validTo));
  for (const key of ["ca.key", "acme_PX7-00042.key"])
    assert.is(statSync(place.path(`pki/${key}`)).mode & 0o077, 0, key);
});

test("the key stays on the terminal: a request is signed for whom it asks, and for nobody else", () => {
  using place = createPlace();
  assert.is(place.issue("terminal", "request", "acme/PX7-00042").status, 0);
  const request = "terminal/acme_PX7-00042.csr";
  assert.match(place.issue("pki", "sign", "acme/PX7-00043", request).err, "asks for CN=acme/PX7-00042");
  assert.is(place.issue("pki", "sign", "acme/PX7-00042", request).status, 0);
  assert.not(existsSync(place.path("pki/acme_PX7-00042.key")));
  assert.is(place.certificate("acme_PX7-00042").subject, "CN=acme/PX7-00042");
  writeFileSync(place.path("broken.csr"), readFileSync(place.path(request), "utf8").replace(/[A-Z]/, "a"));
  assert.is(place.issue("pki", "sign", "acme/PX7-00042", "broken.csr").status, 65);
  assert.is(place.issue("pki", "sign", "acme/PX7-00042", "nowhere.csr").status, 66);
});

test("a list of terminals, some with requests, given twice: each has one certificate", () => {
  using place = createPlace();
  place.issue("terminal", "request", "acme/PX7-3");
  writeFileSync(place.path("list"), "# spring\nacme/PX7-1\n\nacme/PX7-2\nacme/PX7-3 terminal/acme_PX7-3.csr");
  assert.is(place.issue("pki", "batch", "list").out, "3 issued, 0 had one\n");
  assert.is(place.issue("pki", "batch", "list").out, "0 issued, 3 had one\n");
  assert.is(place.issue("pki", "list").out.split("\n").length - 1, 3);
  writeFileSync(place.path("list"), "acme/PX7-4\nacme/PX7/5\n");
  const refused = place.issue("pki", "batch", "list");
  assert.equal([refused.status, existsSync(place.path("pki/acme_PX7-4.pem"))], [65, true]);
});

test("renewing keeps the key; the overview says what ends, and what is no good any more", () => {
  using place = createPlace();
  place.issue("pki", "init", "30");
  place.issue("pki", "acme/PX7-1");
  const before = place.certificate("acme_PX7-1");
  assert.ok(Math.abs(Date.parse(before.validTo) - Date.now() - 30 * dayMs) < dayMs);
  assert.is(place.issue("pki", "renew", "acme/PX7-1").status, 0);
  const after = place.certificate("acme_PX7-1");
  assert.ok(after.serialNumber !== before.serialNumber && after.publicKey.equals(before.publicKey));
  assert.equal([after.subject, after.keyUsage], [before.subject, before.keyUsage]);
  assert.equal(
    [place.issue("pki", "list", "29").out, place.issue("pki", "list", "31").out.split("\n").length],
    ["", 3],
  );
  assert.match(place.issue("pki", "revoke", "acme/PX7-1").out, "2 revoked");
  for (const line of place.issue("pki", "list").out.trim().split("\n")) assert.match(line, / revoked .* acme\/PX7-1$/);
  assert.is(place.issue("pki", "revoke", "acme/PX7-1").status, 65);
  assert.match(place.issue("pki", "renew", "acme/PX7-1").err, "needs a new key");
});

test("the broker's certificate is for its hosts, and where the list is fetched stands in every one", () => {
  using place = createPlace();
  place.issue("pki", "init", "3650", "http://crl.example.com/crl.pem");
  assert.is(place.issue("pki", "server", "broker", "mqtt.example.com", "192.0.2.7", "2001:db8::7").status, 0);
  const { subjectAltName, keyUsage } = place.certificate("broker");
  assert.is(subjectAltName, "DNS:mqtt.example.com, IP Address:192.0.2.7, IP Address:2001:DB8:0:0:0:0:0:7");
  assert.equal(keyUsage, ["1.3.6.1.5.5.7.3.1"]);
  assert.match(readFileSync(place.path("pki/issued.txt"), "utf8"), / broker$/m);
  const { stdout } = spawnSync("openssl", ["x509", "-in", place.path("pki/broker.pem"), "-noout", "-text"], {
    encoding: "utf8",
  });
  assert.match(stdout, "URI:http://crl.example.com/crl.pem");
  assert.match(place.issue("pki", "renew", "broker").err, "say its hosts once more");
});

test("names that a broker would take for something else, and wrong use, are refused before anything is made", () => {
  using place = createPlace();
  const wrong: readonly (readonly [number, ...string[]])[] = [
    ...["+/+", "acme/#", "a/b/c", "/a", "a/", "a b", "a\nb", `acme/${"x".repeat(61)}`].map(
      (name) => [65, name] as const,
    ),
    [64],
    [64, "sign", "acme/a"],
    [64, "init", "0"],
    [64, "init", "99999"],
    [64, "init", "30", "https://crl.example.com"],
    [64, "server", "broker"],
  ];
  for (const [status, ...words] of wrong) {
    const answer = place.issue("pki", ...words);
    assert.equal([answer.status, answer.out, answer.err !== ""], [status, "", true], words.join(" "));
    assert.not(existsSync(place.path("pki/ca.key")), words.join(" "));
  }
  assert.is(place.issue("--help").status, 0);
  for (const name of ["ca", "crl"]) assert.is(place.issue("pki", name).status, 65, name);
  assert.is(place.issue("pki", "a_b/c").status, 0);
  assert.match(place.issue("pki", "a/b_c").err, "a_b_c.pem is of a_b/c");
});

test.run();
