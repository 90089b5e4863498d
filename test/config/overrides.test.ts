import { keys } from "../../src/config/config.ts";
import { loadConfig } from "../../src/config/load.ts";
import { basisOf, isSafeKey, override } from "../../src/config/overrides.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("config/overrides");

const loaded = loadConfig(
  JSON.stringify({
    terminal: { tenant: "acme", serial: "PX7-00042" },
    modem: { port: "/dev/ttyUSB2" },
    acquirer: { host: "pos.example.com", port: 5500 },
    uplink: { url: "mqtts://broker.example.com" },
  }),
);
assert.ok(loaded.kind === "config");
const config = loaded.kind === "config" ? loaded.config : undefined;

function told(overrides: Readonly<Record<string, unknown>>): unknown {
  if (!config) return undefined;
  const overridden = override(config, overrides);
  return "what" in overridden ? overridden.what : overridden.config;
}

test("takes what can do no harm, in its range, and changes nothing else", () => {
  assert.equal(told({ "log.level": "debug", "probes.level": 1 }), {
    ...config,
    "log.level": "debug",
    "probes.level": 1,
  });
});

test("a value out of range, a contradiction and every other key are refused", () => {
  for (const value of ["loud", 5, null, undefined, {}, ["debug"]]) assert.is(told({ "log.level": value }), "bad_value");
  assert.is(told({ "probes.level": 5 }), "bad_value");
  // Without the acquirer's consent, which nobody gives from afar.
  assert.is(told({ "probes.level": 3 }), "contradiction");
  assert.is(told({ "modem.poll_quick_s": 20 }), "contradiction");
  for (const key of [...keys.filter((each) => !isSafeKey(each)), "", "__proto__", "constructor", "log"]) {
    assert.is(told(Object.fromEntries([[key, "x"]])), "unsafe_key", key);
  }
});

test("no key that names a file, a host, an account, a port or who may ask is among the safe ones", () => {
  const harmful =
    /file|dir$|host|url|user|password|client_id|port$|socket|group|commands|consent|enabled|tls|root|tenant|serial/;
  assert.equal(
    keys.filter((key) => isSafeKey(key) && harmful.test(key)),
    [],
  );
});

test("a file with another value for one of them is another basis", () => {
  assert.ok(config && basisOf(config) === basisOf({ ...config, "outbox.max_mb": 2 }));
  assert.ok(config && basisOf(config) !== basisOf({ ...config, "log.level": "debug" }));
});

test.run();
