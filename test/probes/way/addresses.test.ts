import { type AddressTable, addressesOf, systemAddresses } from "../../../src/probes/way/addresses.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { tableOf } from "./address-table.ts";

const test = suite("addresses");

test("those that end at the link do not count, IPv4 or IPv6", () => {
  const table = tableOf({ eth0: ["169.254.7.8", "fe80::1", "FEBF::1"], wlan0: ["10.0.0.7", "2001:db8::7", "fec0::1"] });
  assert.equal(addressesOf(table, "eth0"), []);
  assert.equal(addressesOf(table, "wlan0"), ["10.0.0.7", "2001:db8::7", "fec0::1"]);
  assert.equal(addressesOf(table, "none"), []);
});

test("an address with a label of its own belongs to its interface, and not to one with a longer name", () => {
  const table: AddressTable = tableOf({ "eth0:1": ["10.0.0.8"], eth01: ["10.0.0.9"] });
  assert.equal(addressesOf(table, "eth0"), ["10.0.0.8"]);
});

test("this machine's own are told", () => {
  assert.ok(addressesOf(systemAddresses() ?? {}, "lo").includes("127.0.0.1"));
});

test.run();
