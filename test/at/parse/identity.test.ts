import { firstLine, homeNetworkOf, parseAti, parseImei } from "../../../src/at/parse/identity.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("identity replies");

test("a name stands bare, behind its label, or quoted behind the name of the command, with a short one after it", () => {
  assert.is(firstLine(["EC25"]), "EC25");
  assert.is(firstLine(["Revision:1418B05SIM800L24"]), "1418B05SIM800L24");
  assert.is(firstLine(['+CGMM: "FM160-CN","FM160"']), "FM160-CN");
  assert.is(firstLine(['+CGMM: "Air724UG"']), "Air724UG");
  assert.is(firstLine(['+CGMI: ""']), undefined);
});

test("labelled and bare lines of ATI say the same", () => {
  const bare = parseAti(["Quectel", "EC25", "Revision: EC25EFAR06A01M4G"]);
  const labelled = parseAti(["Manufacturer: Quectel", "Model: EC25", "Revision: EC25EFAR06A01M4G"]);
  assert.equal(bare, labelled);
  assert.is(bare.revision, "EC25EFAR06A01M4G");
});

test("only fifteen or sixteen digits are an IMEI", () => {
  assert.is(parseImei(['+EGMR: "860000000000012"']), "860000000000012");
  assert.is(parseImei(["86000000000001"]), undefined);
  assert.is(parseImei(["86000000000001234"]), undefined);
});

test("of a subscriber's number only country and network remain, as many digits as the country has", () => {
  const rest = "0".repeat(10);
  const networks = ["46000", "46011", "310260", "302720", "26201", "40401", "722310", "23415"];
  for (const network of networks) assert.is(homeNetworkOf(`${network}${rest}`.slice(0, 15)), network);
});

test.run();
