import { ipv4Of, ipv6Of } from "../../../src/at/parse/address.ts";
import { parseCgpaddr } from "../../../src/at/parse/data.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("addresses");

/** RFC 5952 §4. */
const written: readonly (readonly [text: string, short: string | undefined])[] = [
  ["240e:047e:0000:0000:0000:0000:0000:a2ca", "240e:47e::a2ca"],
  ["254.128.0.0.0.0.0.0.0.0.0.37.88.136.248.1", "fe80::25:5888:f801"],
  ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1"],
  ["fe80::1", "fe80::1"],
  ["0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0", undefined],
  ["1::2::3", undefined],
  ["1:2:3", undefined],
  ["10.1.2.3", undefined],
];
for (const [text, short] of written)
  test(`${text} is ${short ?? "no IPv6 address"}`, () => assert.is(ipv6Of(text), short));

test("0.0.0.0 and bytes above 255 are no address", () => {
  assert.is(ipv4Of("0.0.0.0"), undefined);
  assert.is(ipv4Of("10.0.0.256"), undefined);
  assert.is(ipv4Of("10.64.12.34"), "10.64.12.34");
});

test("one quoted field may hold both addresses", () => {
  assert.equal(parseCgpaddr(['+CGPADDR: 1,"10.1.2.3,240e::1"']), [{ cid: 1, ipv4: "10.1.2.3", ipv6: "240e::1" }]);
});

test.run();
