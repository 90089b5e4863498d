/** The key of the terminal's certificate in a security module: SoftHSM, OpenSSL's engine, and a real broker. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pkcs11Folder } from "../front-door/needs.ts";
import { assert, suite } from "../front-door/suite.ts";
import { tlsLines, writeCertificates } from "../support/certificates.ts";
import { createMosquitto, type Mosquitto } from "../support/mosquitto.ts";
import { createUplinkBench, until } from "./bench.ts";

const test = suite("uplink: a key in a security module", {
  timeoutMs: 20_000,
  needs: ["mosquitto", "openssl", "softhsm"],
});

const pin = "4711";

/** Moves the terminal's key into a token; what is left of it are the certificate and the token. */
function fillToken(dir: string): void {
  const conf = join(dir, "softhsm2.conf");
  mkdirSync(join(dir, "tokens"));
  writeFileSync(conf, `directories.tokendir = ${join(dir, "tokens")}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  // What the unit's environment says on a terminal.
  Object.assign(process.env, { SOFTHSM2_CONF: conf, OPENSSL_ENGINES: pkcs11Folder() });
  Object.assign(process.env, { PKCS11_MODULE_PATH: "/usr/lib/softhsm/libsofthsm2.so" });
  const run = (program: string, ...words: readonly string[]) =>
    execFileSync(program, words, { cwd: dir, stdio: "ignore" });
  run("softhsm2-util", "--init-token", "--free", "--label", "pos", "--pin", pin, "--so-pin", "12345678");
  run("openssl", "pkcs8", "-topk8", "-nocrypt", "-in", "terminal.key", "-out", "terminal.p8");
  run("softhsm2-util", "--import", "terminal.p8", "--token", "pos", "--label", "uplink", "--id", "01", "--pin", pin);
  run("rm", "terminal.key", "terminal.p8");
}

interface Place extends AsyncDisposable {
  readonly broker: Mosquitto;
  options(object: string): { url: string; tls: { caFile: string; certFile: string; keyUri: string } };
  writePin(text: string): void;
}

async function createPlace(): Promise<Place> {
  const broker = await createMosquitto((dir) => {
    writeCertificates(dir, ["broker", "terminal"]);
    fillToken(dir);
    return tlsLines(dir);
  });
  await broker.start();
  const file = (name: string) => join(broker.dir, name);
  return {
    broker,
    writePin: (text) => writeFileSync(file("pin"), text),
    options: (object) => ({
      url: `mqtts://localhost:${broker.port}`,
      tls: {
        ...{ caFile: file("ca.pem"), certFile: file("terminal.pem") },
        keyUri: `pkcs11:token=pos;object=${object};type=private?pin-source=file:${file("pin")}`,
      },
    }),
    [Symbol.asyncDispose]: () => broker[Symbol.asyncDispose](),
  };
}

/** Kind and code of the first failure. */
async function failureWith(options: ReturnType<Place["options"]>): Promise<string> {
  await using bench = await createUplinkBench(0, options);
  bench.start();
  await until(() => bench.uplink.status().lastError !== undefined);
  const { lastError, lastCode } = bench.uplink.status();
  return `${lastError} ${lastCode}`;
}

test("it connects with it, and again after a break; a wrong PIN and a missing key are told, and are not the end", async () => {
  await using place = await createPlace();
  place.writePin("0000");
  assert.match(await failureWith(place.options("uplink")), /^pin ERR_OSSL_(USER_)?PIN_INCORRECT$/);
  place.writePin(pin);
  assert.match(await failureWith(place.options("another")), /^files ERR_OSSL_(USER_)?OBJECT_NOT_FOUND$/);
  await using bench = await createUplinkBench(0, place.options("uplink"));
  bench.start();
  for (let times = 1; times <= 3; times++) {
    await bench.report();
    await until(() => bench.outbox.pendingCount() === 0 && bench.uplink.status().sent === times);
    await place.broker.stop();
    await until(() => bench.uplink.status().state === "waiting");
    await place.broker.start();
  }
  assert.not(readFileSync(join(place.broker.dir, "terminal.pem"), "latin1").includes("PRIVATE"));
});

test.run();
