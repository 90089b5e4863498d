/** A private authority, and certificates of it with P-256 keys, made by openssl. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes `ca.pem`, and `<name>.pem` and `<name>.key` of each name, valid for localhost. */
export function writeCertificates(dir: string, names: readonly string[]): void {
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: dir, stdio: "ignore" });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  openssl("req", "-x509", ...key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=test authority");
  for (const name of names) {
    openssl("req", ...key, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
    writeFileSync(join(dir, "names"), "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
    const signed = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names"];
    openssl("x509", "-req", "-in", `${name}.csr`, "-out", `${name}.pem`, ...signed);
  }
}

/** Lines of Mosquitto's configuration: TLS, and nobody without a certificate. */
export function tlsLines(dir: string): readonly string[] {
  const files = ["cafile ca.pem", "certfile broker.pem", "keyfile broker.key"];
  return [...files.map((line) => line.replace(" ", ` ${dir}/`)), "require_certificate true"];
}
