import { isAgentError } from "../../src/base/errors.ts";
import { addressOf, createProxyTrust, noProxy, saidUser } from "../../src/console/proxy.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("console/proxy");

test("addresses and networks of both families, and IPv4 in IPv6", () => {
  const { trusts } = createProxyTrust("X-User", ["10.1.0.0/16", "192.0.2.7", "2001:db8::/32"]);
  const all = [
    "10.1.2.3",
    "10.2.0.1",
    "192.0.2.7",
    "192.0.2.8",
    "::ffff:10.1.2.3",
    "2001:db8::1",
    "2001:db9::1",
    "",
    "x",
    undefined,
  ];
  assert.equal(all.map(trusts), [true, false, true, false, true, true, false, false, false, false]);
  for (const wrong of ["", "10.0.0.0/33", "host", "10.0.0", "::1/129"]) {
    assert.throws(
      () => createProxyTrust("X-User", [wrong]),
      (error: unknown) => isAgentError(error, "USAGE"),
    );
  }
});

test("a name counts only from there, and only if it can be one", () => {
  const trust = createProxyTrust("X-User", ["10.0.0.1"]);
  const said = (user: string | string[] | undefined, from = "10.0.0.1") => saidUser(trust, { "x-user": user }, from);
  assert.equal(
    [said("anna"), said("anna", "10.0.0.2"), said("a b"), said(["anna"]), said(undefined), said("")],
    ["anna", ...Array(5).fill(undefined)],
  );
  assert.is(saidUser(noProxy, { "x-user": "anna" }, "10.0.0.1"), undefined);
});

test("whose address counts for limits: the proxy's word, and nobody else's", () => {
  const trust = createProxyTrust("X-User", ["10.0.0.1"]);
  const from = (forwarded: string, address: string) => addressOf(trust, { "x-forwarded-for": forwarded }, address);
  assert.is(from("1.2.3.4, 203.0.113.9", "10.0.0.1"), "203.0.113.9");
  assert.is(from("203.0.113.9", "198.51.100.1"), "198.51.100.1");
  assert.is(from("nonsense", "10.0.0.1"), "10.0.0.1");
});

test.run();
