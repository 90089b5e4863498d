import { catalogue } from "../../src/faults/index.ts";
import { guessOf, looks, standingOf, type Trouble, troubleOf, troubles } from "../../src/fleet/trouble.ts";
import { familyOf, unlistedId } from "../../src/model/unlisted.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("fleet/trouble");

/** A card's, a customer's, a merchant's: what terminals do not have in common. */
const apart = ["card", "operator", "issuer", "limit", "risk", "merchant", "terminal", "acquirer"];

test("every fault of the catalogue is a trouble that terminals can share, or one of the families that are left out on purpose", () => {
  const lost = Object.keys(catalogue.faults).filter((fault) => !troubleOf(fault) && !apart.includes(familyOf(fault)));
  assert.equal(lost, []);
});

test("conditions that nothing listed brings about say how far things got as well", () => {
  const ways = ["not_registered", "no_bearer", "no_path", "no_route", "gateway_dead", "host_gone", "no_answer"];
  assert.equal(
    ways.map((condition) => troubleOf(unlistedId(condition))),
    ["radio", "radio", "path", "path", "line", "host", "host"],
  );
});

test("what is certain when a network dies, and what it is taken for, speaks for a way that is gone; a pulled card does not", () => {
  assert.equal(["txn.state_unknown", "sim.data_exhausted", "sim.absent", "txn.approved_not_printed"].map(troubleOf), [
    "path",
    "radio",
    "own",
    "own",
  ]);
});

test("between two faults of the way it is certain that the way fails; else the likeliest is meant", () => {
  assert.is(guessOf(["cell.carrier_outage", "host.down", "reader.icc_dirty"]), "unlisted.no_path");
  assert.is(guessOf(["net.firewall_blocked", "host.down"]), "unlisted.no_path");
  assert.is(guessOf(["host.down", "reader.icc_dirty"]), "host.down");
  assert.is(guessOf(["lan.router_fault"]), "lan.router_fault");
  assert.is(guessOf([]), undefined);
});

const none = Object.fromEntries(troubles.map((trouble) => [trouble, 0]));
function standings(...of: readonly Trouble[]): readonly string[] {
  const told = { ...none, ...Object.fromEntries(of.map((trouble) => [trouble, 1])) };
  const all = { silent: 0, radio: 0, path: 0, line: 0, power: 0, host: 0, bank: 0, program: 0, own: 0, ...told };
  return looks.map((look) => standingOf(look, all));
}

test("who is silent may be without air, or without a way, and says nothing about hosts", () => {
  assert.equal(standings(), ["fine", "fine", "fine", "fine"]);
  assert.equal(standings("silent"), ["failing", "failing", "out", "failing"]);
  assert.equal(standings("host"), ["failing", "fine", "failing", "failing"]);
  assert.equal(standings("own"), ["fine", "fine", "fine", "failing"]);
});

test("who blames the shop's line or supply is no carrier's, silent or not", () => {
  assert.equal(standings("line", "silent")[0], "out");
  assert.equal(standings("power")[0], "out");
  assert.equal(standings("power")[1], "failing");
});

test.run();
