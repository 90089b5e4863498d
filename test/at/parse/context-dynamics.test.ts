import { parseCgcontrdp } from "../../../src/at/parse/context-dynamics.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("+CGCONTRDP");

test("a context with IPv4 and IPv6 has a line for each, and 32 bytes are an address and a mask", () => {
  const bytes = (text: string) => Array.from({ length: 16 }, () => text).join(".");
  const [first, second] = parseCgcontrdp([
    '+CGCONTRDP: 1,5,"cmiot","10.1.2.3.255.255.255.0","10.1.2.1"',
    `+CGCONTRDP: 1,5,"cmiot","${bytes("32")}.${bytes("255")}"`,
  ]);
  assert.equal([first?.address, first?.mask, first?.gateway], ["10.1.2.3", "255.255.255.0", "10.1.2.1"]);
  assert.is(second?.address, "2020:2020:2020:2020:2020:2020:2020:2020");
  assert.is(second?.mask, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
});

test("empty places and zero addresses are not known", () => {
  const [context] = parseCgcontrdp(['+CGCONTRDP: 1,5,"","0.0.0.0","","0.0.0.0"']);
  assert.equal(context, {
    cid: 1,
    bearerId: 5,
    apn: undefined,
    address: undefined,
    mask: undefined,
    gateway: undefined,
    dns1: undefined,
    dns2: undefined,
  });
  assert.equal(parseCgcontrdp(["+CGCONTRDP: (1-15)", "+CGPADDR: 1"]), []);
});

test.run();
