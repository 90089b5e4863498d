/** Certificates of the bench's own authority, as Node's TLS and OpenSSL judge them. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, createServer } from "node:tls";
import { type Authority, type Credentials, createAuthority } from "../../hw-sim/authority.ts";
import { assert, suite } from "../front-door/suite.ts";

const NAME = "host.acquirer.test";
const DAY_MS = 86_400_000;
const day = (offset: number) => new Date(Date.now() + offset * DAY_MS);
const good = { names: [NAME], ips: ["127.0.0.1"], notBefore: day(-1), notAfter: day(1) };

/** The verdict of a client that trusts `root` and asks for `servername`. */
async function judged({ cert, key }: Credentials, root: string, servername: string | undefined): Promise<string> {
  const server = createServer({ cert, key }, (socket) => socket.on("error", () => {}).end());
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const socket = connect({ port, host: "127.0.0.1", ca: root, ...(servername && { servername }) });
  const verdict = await new Promise<string>((resolve) => {
    socket.once("secureConnect", () => resolve("ok"));
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
  socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  return verdict;
}

const test = suite("certificate authority", { needs: ["openssl"] });
let authority: Authority;
test.before(async () => {
  authority = await createAuthority("Bench root");
});

test("what it issues is good by name and by address for those who trust its root", async () => {
  const issued = await authority.issue(good);
  assert.is(await judged(issued, authority.cert, NAME), "ok");
  assert.is(await judged(issued, authority.cert, undefined), "ok");
});

const wishes = [
  ["expired", { ...good, notBefore: day(-30), notAfter: day(-1) }, "CERT_HAS_EXPIRED"],
  ["not yet valid", { ...good, notBefore: day(1), notAfter: day(30) }, "CERT_NOT_YET_VALID"],
  ["for another name", { ...good, names: ["other.test"] }, "ERR_TLS_CERT_ALTNAME_INVALID"],
  ["valid beyond 2050", { ...good, notAfter: new Date("2060-01-01T00:00:00Z") }, "ok"],
] as const;
for (const [how, wish, verdict] of wishes) {
  test(`a certificate ${how} is ${verdict}`, async () => {
    assert.is(await judged(await authority.issue(wish), authority.cert, NAME), verdict);
  });
}

test("two authorities of one name are strangers", async () => {
  const stranger = await createAuthority("Bench root");
  const verdict = await judged(await stranger.issue(good), authority.cert, NAME);
  assert.match(verdict, /SIGNATURE|UNABLE_TO/);
});

test("a chain over an intermediate holds with it, and not without", async () => {
  const issued = await (await authority.subordinate("Bench intermediate")).issue(good);
  const [leaf] = issued.cert.split(/(?<=-----END CERTIFICATE-----\n)/);
  assert.is(await judged(issued, authority.cert, NAME), "ok");
  const verdict = await judged({ ...issued, cert: leaf ?? "" }, authority.cert, NAME);
  assert.is(verdict, "UNABLE_TO_VERIFY_LEAF_SIGNATURE");
});

test("OpenSSL verifies it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-authority-"));
  const { cert } = await authority.issue(good);
  writeFileSync(join(folder, "root.pem"), authority.cert);
  writeFileSync(join(folder, "host.pem"), cert);
  const said = execFileSync("openssl", ["verify", "-CAfile", join(folder, "root.pem"), join(folder, "host.pem")]);
  rmSync(folder, { recursive: true });
  assert.match(String(said), /: OK/);
});
test.run();
