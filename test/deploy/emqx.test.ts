import { readFileSync } from "node:fs";
import { payloadLimit } from "../../src/report/decode.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("deploy/emqx: the configuration, as far as it can be judged without the broker");

const read = (path: string) => readFileSync(new URL(`../../deploy/${path}`, import.meta.url), "utf8");
const conf = read("emqx/emqx.conf").replace(/^ *##.*$/gm, "");
const mosquitto = read("mosquitto/posdiag.conf");

/** What stands between the braces that open behind this word, the first time after `from`. */
function block(name: string, from = 0): string {
  const start = conf.indexOf("{", conf.indexOf(`${name} `, from));
  let depth = 0;
  for (let at = start; at < conf.length; at += 1) {
    if (conf[at] === "{") depth += 1;
    if (conf[at] === "}") depth -= 1;
    if (depth === 0) return conf.slice(start + 1, at);
  }
  throw new Error(`${name} does not end`);
}

test("both listeners want a certificate that is not revoked, and no other listens", () => {
  const [terminals, services] = ["terminals", "services"].map((name) => {
    const listener = block(`listeners.ssl.${name}`);
    assert.match(listener, new RegExp(`zone = ${name}\n`));
    return block("ssl_options", conf.indexOf(`listeners.ssl.${name}`));
  });
  for (const line of ["verify = verify_peer", "fail_if_no_peer_cert = true", "enable_crl_check = true"]) {
    assert.match(terminals ?? "", line);
  }
  assert.is(services, terminals);
  for (const name of ["tcp", "ssl", "ws", "wss"]) assert.match(conf, `listeners.${name}.default.enable = false`);
  assert.match(conf, 'dashboard.listeners.http.bind = "127.0.0.1:');
});

test("a name is the certificate's, a terminal's identifier too, and what no rule allows is denied", () => {
  const [terminals, services] = [block("zones.terminals"), block("zones.services")];
  for (const zone of [terminals, services]) assert.match(zone, "peer_cert_as_username = cn");
  assert.match(terminals, "peer_cert_as_clientid = cn");
  assert.not.match(services, "peer_cert_as_clientid");
  assert.match(block("authorization"), "no_match = deny");
});

test("a report fits, and a collector is sent as many as by Mosquitto", () => {
  const [, kilobytes] = /max_packet_size = "(\d+)KB"/.exec(conf) ?? [];
  assert.ok(Number(kilobytes) * 1_024 > payloadLimit + 1_024);
  const [, inflight] = /max_inflight = (\d+)/.exec(block("zones.services")) ?? [];
  assert.is(inflight, /^max_inflight_messages (\d+)$/m.exec(mosquitto)?.[1]);
});

test.run();
