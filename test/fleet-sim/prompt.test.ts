import { createFleetWorld } from "../../hw-sim/fleet.ts";
import { assert, suite } from "../front-door/suite.ts";
import type { Fleet } from "./fleet.ts";
import { answer } from "./prompt.ts";

const test = suite("fleet-sim/prompt");

/** A fleet in which nobody lives: only its world is spoken of here. */
function open(): Fleet {
  const world = createFleetWorld({ seed: 7, terminals: 40, startHour: 12 });
  const broken = new Promise<never>(() => {});
  return { world, members: [], sales: {}, broken, nowMs: () => 5_000, [Symbol.asyncDispose]: async () => {} };
}
function type(fleet: Fleet, line: string): string {
  const answered = answer(fleet, line, () => "as ever");
  return answered.kind === "said" ? answered.text : answered.kind;
}

test("troubles are let loose and ended in words", () => {
  const fleet = open();
  assert.is(type(fleet, "carrier 46000 down"), "carrier:46000=data is let loose");
  assert.is(type(fleet, " carrier  46001/guangdong down service "), "carrier:46001/guangdong=service is let loose");
  assert.is(type(fleet, "issuer:bankA@1m"), "issuer:bankA=out is let loose");
  assert.match(type(fleet, "troubles"), "carrier:46000=data since 0 s\n");
  assert.match(type(fleet, "troubles"), "issuer:bankA=out begins in 60 s");
  assert.is(type(fleet, "carrier 46000 up"), "carrier 46000 is up again");
  assert.is(type(fleet, "carrier 46000 up"), "nothing is wrong with carrier 46000");
  assert.is(type(fleet, "carrier 46001/guangdong up"), "carrier 46001/guangdong is up again");
  assert.equal(
    fleet.world.troubles(5_000).map(({ name }) => name),
    ["bankA"],
  );
});

test("who can be met is listed", () => {
  const listed = type(open(), "list");
  assert.match(listed, "carrier: 46000 46001 46011 46015");
  assert.match(listed, "reader: FS-00001 FS-00002");
  assert.match(listed, "40 in all");
  assert.match(listed, "regions: guangdong");
});

test("what is typed wrongly changes nothing, and it is said why", () => {
  const fleet = open();
  assert.match(type(fleet, "carrier 46099 down"), "no carrier is called 46099");
  assert.match(type(fleet, "carrier 46000 down fully"), "not fully");
  assert.match(type(fleet, "carrier 46000"), "down [data|gateway|shaky|service|registration]");
  assert.match(type(fleet, "carrier 46000 sideways"), "carrier 46000 up, or down");
  assert.match(type(fleet, "wreck everything"), "help tells what there is");
  assert.match(type(fleet, "show FS-99999"), "no terminal is called FS-99999");
  assert.is(type(fleet, ""), "");
  assert.equal(fleet.world.troubles(5_000), []);
});

test("help, status and quit", () => {
  const fleet = open();
  assert.match(type(fleet, "help"), "router NAME down [hung|dark]");
  assert.is(type(fleet, "status"), "as ever");
  assert.is(type(fleet, "quit"), "quit");
});

test.run();
