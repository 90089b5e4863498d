import { replyFacts } from "../../../src/at/facts/index.ts";
import { parseCced, parseEemginfo, parseEemltesvc } from "../../../src/at/parse/unisoc.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("Unisoc and ASR replies");

/** Air724UG, QModem testcases: the same cell in both replies, an hour apart. */
const cced = "+CCED:LTE current cell:460,11,460000000000090,0,3,n100,1650,111742881,51,19,6342,38,81";
const service =
  "+EEMLTESVC: 1120, 2, 17, 6342, 81, 1650, 1650, 3, 5, 111742881, 65535, 51, 21, 6, 51, 21, 51, 21, 65535, 0, 255, 0, 0, 0, 0, 0, 65535, 0, 0, 0";

test("both replies tell of the same cell", () => {
  for (const cell of [parseCced([cced]), parseEemltesvc([service])]) {
    assert.equal(
      [cell?.mcc, cell?.mnc, cell?.area, cell?.cell, cell?.physical, cell?.channel, cell?.band, cell?.rsrpDbm],
      ["460", "11", 6_342, 111_742_881, 81, 1_650, 3, -90],
    );
  }
  assert.equal([parseCced([cced])?.rsrqDb, parseEemltesvc([service])?.rsrqDb], [-10.5, -9.5]);
});

test("the IMSI of the cell line is told nowhere", () => {
  const facts = JSON.stringify(replyFacts({ command: "AT+CCED=0,1", context: "read" }, [cced], []));
  assert.ok(facts.includes("111742881"), "the cell is told");
  assert.ok(!facts.includes("460000000000090"), facts);
});

test("neighbours, and text after the name, are no serving cell", () => {
  assert.is(parseCced(["+CCED:LTE neighbor cell:460,11,1650,111742881,51,19,6342,38,81"]), undefined);
  assert.is(parseCced(["+CCED: raw"]), undefined);
  assert.is(parseEemltesvc(["+EEMLTESVC: 1120, 2"]), undefined);
});

test("+EEMGINFO", () => assert.equal(parseEemginfo("+EEMGINFO: 3, 2"), { state: 3, network: 2 }));

test.run();
