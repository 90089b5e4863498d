import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { assert, suite } from "../front-door/suite.ts";
import { createUplinkBench, until } from "../uplink/bench.ts";
import { ask, compose, healthOf, type Office, secretsOfOffice, serviceOf, startOffice, words } from "./office-stack.ts";
import { isMap, type Yaml, type YamlMap } from "./plain-yaml.ts";

const test = suite("deploy/compose: the office by containers", {
  timeoutMs: 180_000,
  needs: ["mosquitto", "openssl", "postgres"],
});

const folder = fileURLToPath(new URL("../../deploy/compose/", import.meta.url));
const dockerfile = readFileSync(join(folder, "Dockerfile"), "utf8");
const names = Object.keys(isMap(compose["services"]) ? compose["services"] : {});
const at = (value: Yaml | undefined, ...path: readonly string[]): Yaml | undefined =>
  path.reduce<Yaml | undefined>((found, key) => (isMap(found) ? found[key] : undefined), value);

test("nothing is reachable but 8883, and the console from this machine", () => {
  const published = names.flatMap((name) => words(serviceOf(name)["ports"]).map((port) => `${name} ${port}`));
  assert.equal(published, ["gate 8883:8883", "console 127.0.0.1:8443:8443"]);
  const networks: YamlMap = isMap(compose["networks"]) ? compose["networks"] : {};
  const open = Object.keys(networks).filter((name) => at(networks, name, "internal") !== "true");
  assert.equal(open, ["edge"]);
  const isOn = (name: string, network: string) => {
    const { networks: own = null } = serviceOf(name);
    return words(own).includes(network) || (isMap(own) && network in own);
  };
  const on = (network: string) => names.filter((name) => isOn(name, network));
  assert.equal(on("edge"), ["gate", "console"]);
  assert.equal(on("database"), ["db", "collector1", "collector2", "console"]);
});

for (const name of names) {
  test(`${name}: no root, nothing to write but what it keeps, bounds, and an image with a version`, () => {
    const service = serviceOf(name);
    assert.match(String(service["user"]), /^[1-9]\d*:[1-9]\d*$/);
    assert.equal([service["read_only"], words(service["cap_drop"])], ["true", ["ALL"]]);
    assert.equal(words(service["security_opt"]), ["no-new-privileges:true"]);
    assert.match(String(service["image"]), /:\d+\.\d+/);
    assert.match(String(at(service, "deploy", "resources", "limits", "memory")), /^\d+[MG]$/);
    assert.ok(Number(at(service, "deploy", "resources", "limits", "cpus")) > 0);
    assert.is(service["restart"], "unless-stopped");
    const writable = words(service["volumes"]).filter((volume) => !volume.endsWith(":ro"));
    for (const volume of writable) assert.ok(at(compose, "volumes", volume.split(":")[0] ?? "") !== undefined, volume);
  });
}

test("prepare.sh makes every secret that is used, keys for their owner only, and none stands in the file", () => {
  const { folder: secrets } = secretsOfOffice();
  const listed = isMap(compose["secrets"]) ? Object.keys(compose["secrets"]) : [];
  const used = new Set(names.flatMap((name) => words(serviceOf(name)["secrets"])));
  assert.equal([...used].sort(), [...listed].sort());
  for (const name of listed) {
    assert.ok(readFileSync(join(secrets, name)).length > 0, name);
    assert.is(statSync(join(secrets, name)).mode & 0o077, name.endsWith(".pem") ? 0o044 : 0, name);
    assert.is(at(compose, "secrets", name, "file"), `./secrets/${name}`);
  }
  assert.match(readFileSync(join(secrets, "pgpass"), "utf8"), /^db:5432:posdiag:posdiag:[0-9a-f]{48}\n$/);
});

test("files that containers get are there, and the image runs as the user that may read its secrets", () => {
  const mounted = names.flatMap((name) => words(serviceOf(name)["volumes"])).filter((volume) => volume.endsWith(":ro"));
  for (const volume of mounted) readFileSync(join(folder, volume.split(":")[0] ?? ""));
  assert.is(/^USER (.*)$/m.exec(dockerfile)?.[1], serviceOf("console")["user"]);
});

const healthcheck = words(JSON.parse(/HEALTHCHECK .*\\\n +CMD (\[.*\])/.exec(dockerfile)?.[1] ?? "[]"));

/** A terminal with a certificate of the office's authority, twenty reports to tell, and an ear for commands. */
async function createTerminal(pki: string, port: number) {
  execFileSync("sh", [join(folder, "../pki/issue.sh"), pki, "shop-8/SN-0042"], { stdio: "ignore" });
  const file = (name: string) => join(pki, name);
  const own = { certFile: file("shop-8_SN-0042.pem"), keyFile: file("shop-8_SN-0042.key") };
  const commands: unknown[] = [];
  const terminal = await createUplinkBench(
    0,
    { url: `mqtts://localhost:${port}`, tls: { caFile: file("ca.pem"), ...own }, ack: "collector" },
    { onCommand: (command) => commands.push(command) },
  );
  for (let count = 0; count < 20; count += 1) await terminal.report();
  terminal.start();
  return { terminal, commands };
}

/** Who makes the first account, and looks until the console has heard of the terminal. */
async function look(office: Office, ca: Buffer) {
  const page = office.url("console");
  const token = /code (\S+)/.exec(office.said("console"))?.[1];
  const chief = { name: "chief", password: "correct horse battery", token };
  const { cookie, json: me } = await ask(`${page}/api/setup`, { ca, body: chief });
  const url = `${page}/api/terminals/shop-8/SN-0042`;
  for (;;) {
    const seen = await ask(`${url}?lang=en`, { ca, cookie });
    if (seen.status !== 404) return { url, seen, asking: { ca, cookie, csrf: me.csrf } };
    await delay(200);
  }
}

test("with the very arguments: a terminal's report is stored by one of two collectors, confirmed, and seen in the console", async () => {
  const { folder: secrets, pki } = secretsOfOffice();
  await using office = await startOffice(secrets);
  const { terminal, commands } = await createTerminal(pki, office.port);
  await using _ = terminal;
  await until(() => terminal.outbox.pendingCount() === 0); // Freed by the collector's word only.

  const { url, seen, asking } = await look(office, readFileSync(join(pki, "ca.pem")));
  assert.is(seen.json.verdicts?.[0]?.fault, "sim.absent", JSON.stringify(seen).slice(0, 500));
  const asked = await ask(`${url}/commands`, { ...asking, body: { verb: "diagnose", words: {} } });
  assert.is(asked.status, 200, JSON.stringify(asked.json));
  await until(() => commands.length > 0); // The console's certificate may ask.

  const figures = await Promise.all(
    ["collector1", "collector2"].map(async (name) => (await fetch(`${office.url(name)}/metrics`)).text()),
  );
  const stored = figures.map((text) => Number(/^posdiag_collector_reports_stored_total (\d+)$/m.exec(text)?.[1]));
  assert.is((stored[0] ?? 0) + (stored[1] ?? 0), 20);
  for (const count of stored) assert.ok(count > 0, String(stored));

  const portOf = (service: string) => new URL(office.url(service)).port;
  const [, ...check] = words(at(serviceOf("console"), "healthcheck", "test"));
  assert.is(await healthOf(check, ["8443", portOf("console")]), 0);
  assert.is(await healthOf(healthcheck, ["9464", portOf("collector2")]), 0);
  assert.is(await healthOf(healthcheck, ["9464", "1"]), 1);
});

test.run();
