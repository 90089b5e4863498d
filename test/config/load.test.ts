import { type Loaded, loadConfig } from "../../src/config/load.ts";
import { formatProblem, type Problem } from "../../src/config/problem.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("configuration: text to config or every error");

const least = {
  terminal: { tenant: "acme", serial: "PX7-00042" },
  modem: { port: "/dev/ttyUSB2" },
  acquirer: { host: "pos.example.com", port: 5500 },
  uplink: { url: "mqtts://broker.example.com" },
};

function problemsOf(loaded: Loaded): readonly Problem[] {
  return loaded.kind === "invalid" ? loaded.problems : [];
}

/** The problems of the least configuration with one group changed. */
function withGroup(group: string, values: Readonly<Record<string, unknown>>): readonly Problem[] {
  const base: Readonly<Record<string, object>> = least;
  return problemsOf(loadConfig(JSON.stringify({ ...base, [group]: { ...base[group], ...values } })));
}

test("takes the least that is needed and fills in the defaults", () => {
  const loaded = loadConfig(JSON.stringify(least));
  assert.is(loaded.kind, "config");
  if (loaded.kind !== "config") return;
  assert.is(loaded.config["terminal.serial"], "PX7-00042");
  assert.is(loaded.config["modem.baud"], 115_200);
  assert.is(loaded.config["uplink.keepalive_s"], 900);
  assert.is(loaded.config["modem.apn"], undefined);
  assert.ok(Object.isFrozen(loaded.config));
});

test("needs no port for the modem where an application tells of it, or there is none", () => {
  const { modem: _, ...rest } = least;
  const keysOf = (modem: object) => problemsOf(loadConfig(JSON.stringify({ ...rest, modem }))).map(({ key }) => key);
  assert.equal(keysOf({ source: "app" }), []);
  assert.equal(keysOf({ source: "none" }), []);
  assert.equal(keysOf({ source: "auto" }), ["modem.port"]);
  assert.equal(keysOf({}), ["modem.port"]);
});

test("takes comments, trailing commas and any line ending", () => {
  const text = JSON.stringify(least).replace("{", "{\r\n// a comment\n/* and\ranother */").replace(/\}$/, ",}");
  assert.is(loadConfig(text).kind, "config");
});

test("tells every error at once, each with key, allowed range and place", () => {
  const text = `{
  "terminal": { "tenant": "a/b" },
  "modem": { "port": "ttyUSB2", "baud": 5, "poll_slow_s": "10" },
  "acquirer": { "hots": "pos.example.com", "port": 70000 },
  "uplink": { "url": "http://x", "protocol": "4" },
  "log": 7
}`;
  const lines = problemsOf(loadConfig(text)).map(formatProblem);
  assert.equal(lines, [
    'terminal.tenant: is "a/b"; allowed: 1 to 32 of A-Z a-z 0-9 _ -, never 12 digits in a row; 2:27',
    'modem.port: is "ttyUSB2"; allowed: an absolute path, or "auto"; 3:22',
    "modem.baud: is 5; allowed: a whole number from 1200 to 4000000 bit/s; 3:41",
    'modem.poll_slow_s: is "10"; allowed: a number from 1 to 600 s; 3:59',
    "acquirer.hots: unknown key, did you mean acquirer.host?; 4:25",
    "acquirer.port: is 70000; allowed: a whole number from 1 to 65535; 4:52",
    'uplink.url: is "http://x"; allowed: "mqtt://host" or "mqtts://host", with ":port" if it is not the usual one; 5:22',
    'uplink.protocol: is "4"; allowed: one of "auto", "5", "3.1.1"; 5:46',
    "log: is a group; allowed: an object { … } with log.level; 6:10",
    "terminal.serial: is missing; allowed: 1 to 32 of A-Z a-z 0-9 _ -, never 12 digits in a row",
    "acquirer.host: is missing; allowed: a host name or an IP address",
  ]);
});

test("tells errors of the syntax with line and column, and of the values it could still read", () => {
  const problems = problemsOf(loadConfig('{\n  "modem": { "baud": 5 },\n  "terminal" { "tenant": "acme" }\n}'));
  assert.ok(
    problems.some(({ what, line, column }) => what === "syntax: a colon is expected" && line === 3 && column === 14),
  );
  assert.ok(problems.some(({ key, line }) => key === "modem.baud" && line === 2));
  assert.not.ok(problems.some(({ what }) => what === "is missing"));
});

for (const [text, what] of [
  ["", "syntax: a value is expected"],
  ["// nothing", "syntax: a value is expected"],
  ["[]", "the file holds one array, not an object { … }"],
  ["5", "the file holds one number, not an object { … }"],
  ['{"a":"\u0001"}', "syntax: a control character inside a string"],
  ["{", "syntax: a closing } is expected"],
  ["\u0000\u0001\u0002", "syntax: a word that JSON does not have"],
] as const) {
  test(`refuses ${JSON.stringify(text)}`, () => {
    assert.ok(
      problemsOf(loadConfig(text)).some((problem) => problem.what === what),
      JSON.stringify(loadConfig(text)),
    );
  });
}

test("refuses a hundred thousand brackets without falling over", () => {
  const deep = problemsOf(loadConfig('{"modem":'.repeat(20_000)));
  assert.is(deep[0]?.what, "nested too deep");
  assert.is(problemsOf(loadConfig("[".repeat(100_000)))[0]?.what, "nested too deep");
});

test("does not take the names that every object has for keys", () => {
  const problems = problemsOf(loadConfig('{"__proto__": {"port": 1}, "constructor": 5, "terminal": {"toString": ""}}'));
  const names = problems.filter(({ what }) => what.startsWith("unknown key")).map(({ key }) => key);
  assert.equal(names, ["__proto__.port", "constructor", "terminal.toString"]);
});

test("takes a group without keys, and no other empty object", () => {
  assert.equal(withGroup("reference", {}), []);
  const text = JSON.stringify({ ...least, simm: {} });
  assert.equal(problemsOf(loadConfig(text)).map(formatProblem), ["simm: unknown key; 1:187"]);
});

test("refuses a key that is given twice, which JSON would not", () => {
  const text = JSON.stringify(least).replace('"port":5500', '"port":5500,"port":5501');
  assert.equal(
    problemsOf(loadConfig(text)).map(({ key, what }) => [key, what]),
    [["acquirer.port", "is given more than once"]],
  );
});

for (const [key, good, bad] of [
  ["modem.port", ["auto", "/dev/ttyUSB2"], ["", "AUTO", "ttyUSB2", "/dev/tty\u0000"]],
  ["modem.poll_quick_s", [0.2, 1.5], [0.1, 61, Number.MAX_VALUE, null, true, [1], {}]],
  ["modem.apn", ["cmnet", "iot.1nce.net"], ["", "a b", "-x", "a..b", "x".repeat(101)]],
  [
    "acquirer.host",
    ["h", "192.0.2.1", "2001:db8::1", "a-b.example"],
    ["", "a b", "1.2.3", "-a", "x".repeat(254), "a_b"],
  ],
  ["acquirer.address", ["192.0.2.1"], ["192.0.2.256", "host"]],
  [
    "acquirer.maintenance",
    [["02:00-04:30"], ["23:30-00:15", "00:00-23:59"]],
    [[], "02:00-04:30", ["2:00-4:30"], ["02:00-24:00"], ["02:00-02:00"], Array(9).fill("02:00-04:30")],
  ],
  ["acquirer.terminal_id", ["00004711", "PX7abcde"], ["4711", "000047110", "0000 711", 4_711]],
  ["acquirer.merchant_id", ["ACME00000004711"], ["ACME", "ACME000000047112"]],
  ["acquirer.tpdu", ["6000030000"], ["6000", "7000030000", "60000300zz"]],
  ["acquirer.header", ["603100310000"], ["603100", "013100310000"]],
  ["acquirer.tls", ["off", "on"], [true, "ON"]],
  ["acquirer.consent", [true, false], ["yes", 1]],
  [
    "reference.portal_url",
    ["http://portal.example/generate_204", "http://192.0.2.1:8080/", "http://[2001:db8::1]/x"],
    ["https://portal.example/", "portal.example", "http://u:p@h/", "http://a b/", "ftp://h/"],
  ],
  ["probes.level", [0, 1, 2], [-1, 5, 6, 1.5, "2"]],
  ["probes.spread_s", [0, 600], [-1, 601]],
  ["probes.connections_per_day", [12, 1_000], [-1, 1_001, 1.5]],
  ["probes.kb_per_day", [24, 102_400], [-1, 102_401]],
  ["network.interface", ["eth0", "eth1.20"], ["../etc", ""]],
  ["system.root", ["/", "/tmp/bench"], ["", "bench"]],
  ["terminal.dial_up", [true, false], ["yes"]],
  [
    "network.dns",
    [["192.0.2.1"], ["192.0.2.1:5353", "[2001:db8::1]:53", "2001:db8::1"]],
    [
      [],
      ["dns.example"],
      ["192.0.2.1:0"],
      ["192.0.2.1:65536"],
      ["2001:db8::1]:53"],
      [1],
      "192.0.2.1",
      Array(5).fill("192.0.2.1"),
    ],
  ],
  [
    "uplink.url",
    ["mqtt://h:1883", "mqtts://[2001:db8::1]:8883/", "mqtt://192.0.2.1"],
    [
      "mqtt://",
      "mqtt://u:p@h",
      "mqtt://h/topic",
      "mqtt://h:0",
      "mqtt://h:99999",
      "ws://h",
      "mqtt://h?x=1",
      "mqtt://[::1",
    ],
  ],
  ["outbox.max_mb", [1, 1024], [0, 1.5, "16", -1]],
  ["modem.source", ["serial", "app", "auto", "none"], ["", "nobody", true]],
  ["recovery.enabled", [true, false], ["true", 1, null]],
  ["recovery.reset_per_day", [0, 6], [-1, 7, 0.5, true]],
  ["sim.plan_mb", [1, 30.5, 10_000_000], [0, -1, "30"]],
  ["sim.plan_day", [1, 28], [0, 29, 1.5]],
  ["sim.activated", ["2026-01-31"], ["2026-1-31", "2026-13-01", "2026-02-30", "31.01.2026", 20_260_131]],
  ["sim.pair_settle_days", [1, 30], [0, 31]],
  ["sim.interface", ["wwan0", "wwp0s20u4i4", "eth1.20"], ["../etc", "wwan 0", "", "sixteen-letters-"]],
  ["memory.file", ["/data/memory.json"], ["memory.json"]],
  ["memory.save_every_s", [60, 86_400], [59, 86_401, "900"]],
  ["ipc.socket", ["/run/x.sock"], ["x.sock", `/${"x".repeat(107)}`, "/run/", "/a\u0000b"]],
  ["merchant.language", ["zh-CN", "en"], ["zh", "EN", 1]],
] as const) {
  test(`${key} takes what is allowed and refuses the rest`, () => {
    const [group = "", name = ""] = key.split(".");
    for (const value of good)
      assert.equal(
        withGroup(group, { [name]: value }).filter((p) => p.key === key),
        [],
      );
    for (const value of bad) {
      assert.equal(
        withGroup(group, { [name]: value }).map((p) => p.key),
        [key],
        JSON.stringify(value),
      );
    }
  });
}

for (const [group, values, key] of [
  ["uplink", { tls: { cert_file: "/etc/c.pem" } }, "uplink.tls.cert_file"],
  ["uplink", { tls: { key_file: "/etc/k.pem" } }, "uplink.tls.key_file"],
  ["uplink", { tls: { key_uri: "pkcs11:object=k" } }, "uplink.tls.key_uri"],
  ["uplink", { tls: { cert_file: "/c", key_file: "/k", key_uri: "pkcs11:object=k" } }, "uplink.tls.key_uri"],
  ["uplink", { url: "mqtt://h", tls: { ca_file: "/etc/ca.pem" } }, "uplink.tls.ca_file"],
  ["uplink", { password_file: "/etc/p" }, "uplink.password_file"],
  ["reference", { host: "h.example" }, "reference.host"],
  ["reference", { port: 80 }, "reference.port"],
  ["reference", { host: "pos.example.com", port: 80 }, "reference.host"],
  ["modem", { poll_quick_s: 20 }, "modem.poll_quick_s"],
  ["network", { check_quick_s: 60, check_slow_s: 10 }, "network.check_quick_s"],
  ["acquirer", { host: "192.0.2.1", address: "192.0.2.2" }, "acquirer.address"],
  ["acquirer", { alt_address: "192.0.2.2" }, "acquirer.alt_address"],
  ["acquirer", { alt_port: 5500 }, "acquirer.alt_port"],
  ["acquirer", { ca_file: "/ca.pem" }, "acquirer.ca_file"],
  ["acquirer", { tls: "on", cert_file: "/c.pem" }, "acquirer.cert_file"],
  ["acquirer", { server_name: "h.example" }, "acquirer.server_name"],
  ["probes", { level: 3 }, "probes.level"],
  ["probes", { connections_per_hour: 49 }, "probes.connections_per_hour"],
  ["probes", { kb_per_hour: 33 }, "probes.kb_per_hour"],
] as const) {
  test(`finds that ${JSON.stringify({ [group]: values })} does not agree with itself`, () => {
    const problems = withGroup(group, values);
    assert.equal(
      problems.map((problem) => problem.key),
      [key],
    );
    const inFile = Object.keys(values).length > 0 && problems[0]?.line !== undefined;
    assert.ok(inFile, "the place is told");
  });
}

test("takes a whole certificate, a name with its password, and a reference host", () => {
  const tls = { ca_file: "/ca.pem", cert_file: "/c.pem", key_file: "/k.pem" };
  assert.equal(withGroup("uplink", { tls, username: "pos", password_file: "/etc/p" }), []);
  const module = { cert_file: "/c.pem", key_uri: "pkcs11:token=pos;object=k;id=%01?pin-source=file:/etc/pin" };
  assert.equal(withGroup("uplink", { tls: module }), []);
  assert.equal(withGroup("reference", { host: "time.example", port: 443 }), []);
});

/** What is said of one key when this is the acquirer's group, beside what is there. */
const saidOf = (key: string, acquirer: Readonly<Record<string, unknown>>, probes: object = {}) => {
  const loaded = loadConfig(JSON.stringify({ ...least, acquirer: { ...least.acquirer, ...acquirer }, probes }));
  return problemsOf(loaded).flatMap((problem) => (problem.key === key ? formatProblem(problem) : []));
};

test("a port written behind the host is told which key it belongs into, and the lack of one as well", () => {
  for (const host of ["192.0.2.1:", "192.0.2.1:5500", "pos.example.com:5500", "[2001:db8::1]:5500"]) {
    assert.match(
      saidOf("acquirer.host", { host })[0] ?? "",
      /the port belongs into acquirer\.port; allowed: a host name/,
    );
  }
  assert.match(saidOf("acquirer.alt_address", { alt_address: "192.0.2.1:55" })[0] ?? "", /acquirer\.alt_port/);
  assert.match(saidOf("acquirer.port", { host: "192.0.2.1:5500", port: undefined })[0] ?? "", /is missing/);
});

test("handshakes and echoes need the acquirer's consent, and an echo whose it is", () => {
  assert.match(saidOf("probes.level", {}, { level: 4 })[0] ?? "", /is 4, which needs acquirer\.consent/);
  assert.equal(saidOf("probes.level", { consent: true }, { level: 3 }), []);
  assert.match(saidOf("acquirer.terminal_id", { consent: true }, { level: 4 })[0] ?? "", /is missing.*allowed: 8 of/);
  const numbers = { terminal_id: "00004711", merchant_id: "ACME00000004711" };
  assert.equal(saidOf("acquirer.merchant_id", { consent: true, ...numbers }, { level: 4 }), []);
});

test("sign-ins and transactions are refused by name, with the reason", () => {
  for (const level of [5, 6]) {
    assert.match(
      saidOf("probes.level", { consent: true }, { level })[0] ?? "",
      /from 0 to 4; a sign-in \(5\) would change .* a transaction \(6\) moves money: neither is ever made/,
    );
  }
});

test("there is no Internet on a private network", () => {
  const reference = { host: "time.example", port: 443, portal_url: "http://time.example/" };
  const problems = problemsOf(loadConfig(JSON.stringify({ ...least, network: { private: true }, reference })));
  assert.is(problems.map(({ key }) => key).join(), "reference.host,reference.portal_url");
});

test.run();
