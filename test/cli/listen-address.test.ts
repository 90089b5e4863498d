import { readListenAddress } from "../../src/cli/listen-address.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("cli/listen-address");

test("a host and a port, of IPv6 in brackets", () => {
  assert.equal(readListenAddress("0.0.0.0:9464"), { host: "0.0.0.0", port: 9464 });
  assert.equal(readListenAddress("collector-1.lan:0"), { host: "collector-1.lan", port: 0 });
  assert.equal(readListenAddress("[::1]:65535"), { host: "::1", port: 65_535 });
});

test("what is none is refused", () => {
  const wrong = ["", "9464", ":9464", "host", "host:", "host:65536", "host:-1", "host:9a", "::1:80", "[::1]", "a b:1"];
  for (const text of wrong) assert.is(readListenAddress(text), undefined, text);
});

test.run();
