import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTrust } from "../../src/agent/trust.ts";
import { loadConfig } from "../../src/config/load.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the certificates with which the host is judged", { needs: ["openssl"] });

const folder = mkdtempSync(join(tmpdir(), "posdiag-trust-"));
const file = (name: string) => join(folder, name);
test.after(() => rmSync(folder, { recursive: true }));
test.before(() => {
  const out = ["-keyout", file("own.key"), "-out", file("own.pem")];
  const ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  execFileSync("openssl", ["req", "-x509", ...ec, "-subj", "/CN=own", ...out], { stdio: "ignore" });
  writeFileSync(file("text.pem"), "none\n");
});

function read(acquirer: object) {
  const logged: string[] = [];
  const loaded = loadConfig(
    JSON.stringify({
      terminal: { tenant: "acme", serial: "PX7-00042" },
      modem: { source: "none" },
      acquirer: { host: "pos.example.com", port: 5500, ...acquirer },
      uplink: { url: "mqtt://192.0.2.2" },
    }),
  );
  if (loaded.kind !== "config") throw new Error(JSON.stringify(loaded.problems));
  const trust = readTrust({
    config: loaded.config,
    log: (_, event, fields) => logged.push(`${event} ${fields?.["key"]}`),
  });
  return { trust, logged };
}

test("none for a host that speaks no TLS", () => assert.equal(read({}), { trust: undefined, logged: [] }));

test("the host's own name and Node's authorities when nothing is said", () => {
  assert.equal(read({ tls: "on" }).trust, { name: "pos.example.com", trust: undefined, identity: undefined });
});

test("what the files hold", () => {
  const files = { ca_file: file("own.pem"), cert_file: file("own.pem"), key_file: file("own.key") };
  const { trust } = read({ tls: "on", server_name: "other.example.com", ...files });
  assert.is(trust?.name, "other.example.com");
  assert.match(trust?.trust ?? "", /BEGIN CERTIFICATE/);
  assert.match(trust?.identity?.key ?? "", /PRIVATE KEY/);
});

test("a file that is of no use is logged, and the agent goes without", () => {
  assert.equal(read({ tls: "on", ca_file: file("text.pem") }), {
    trust: undefined,
    logged: ["config.file_unusable acquirer.ca_file"],
  });
});

test.run();
