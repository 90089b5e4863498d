import { replyFacts, transcriptFacts } from "../../../src/at/facts/index.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("facts of replies");

const read = (command: string) => ({ command, context: "read" }) as const;
const framed = (...lines: readonly string[]) => lines.map((line) => `\r\n${line}\r\n`).join("");

test("each of several commands in one line is answered by the lines of its name", () => {
  const facts = transcriptFacts({
    ...read("AT+CSQ;+CEREG?;+COPS?"),
    reply: framed("+CSQ: 18,99", "+CEREG: 2,1", '+COPS: 0,2,"46000",7', "OK"),
  });
  assert.is(facts["rssi_dbm"], -77);
  assert.is(facts["stat"], 1);
  assert.is(facts["operator_numeric"], "46000");
});

test("data behind the final belongs to the command that it is named for", () => {
  const urcs = ['+QPING: 0,"192.0.2.1",32,66,64', "+QPING: 0,1,1,0,66,66,66"];
  assert.is(replyFacts(read("AT+QPING=1,192.0.2.1"), [], urcs)["rtt_avg"], 66);
  assert.is(replyFacts(read("AT+CSQ"), ["+CSQ: 9,99"], urcs)["rtt_avg"], undefined);
});

test("a range of contexts is told as far as it can be one", () => {
  const range = (cids: string) => {
    const facts = replyFacts(read("AT+CGDCONT=?"), [`+CGDCONT: ${cids},"IP",,,(0,1),(0,1)`], []);
    return [facts["cid_min"], facts["cid_max"]];
  };
  assert.equal(range("(1-17,101-116)"), [1, 17]);
  assert.equal(range("( 1 )"), [1, 1]);
  assert.equal(range("(12744326451443266000-16)"), [undefined, undefined]);
  assert.equal(range("(1-12744326451443266000)"), [undefined, undefined]);
});

test("`urcs` has unsolicited lines in full and data behind the final by name", () => {
  const reply = framed("+CSQ: 9,99", "OK", "+CREG: 2", "+QPING: 569");
  assert.equal(transcriptFacts({ ...read("AT+CSQ"), reply })["urcs"], ["+CREG: 2", "+QPING: 569"]);
  const ping = framed("OK", "+CREG: 2", "+QPING: 569");
  assert.equal(transcriptFacts({ ...read("AT+QPING=1,x"), reply: ping })["urcs"], ["+CREG: 2", "+QPING"]);
});

test("a report in place of the answer says as much, and where there is neither nothing is known", () => {
  assert.is(transcriptFacts({ ...read("AT+CREG?"), reply: framed("+CREG: 5", "OK") })["stat"], 5);
  const silent = transcriptFacts({ ...read("AT+CREG?"), reply: framed("OK") });
  assert.equal([silent["kind"], silent["stat"], silent["registered"]], ["CREG", undefined, undefined]);
});

test("a test form is told as one, and never measured", () => {
  const asked = { command: "AT+CBC=?", context: "test" } as const;
  const facts = transcriptFacts({ ...asked, reply: framed("+CBC: (0-3),(0-100),(3300-4400)", "OK") });
  assert.is(facts["is_test_response"], true);
  assert.is(facts["voltage_mv"], undefined);
  assert.is(
    transcriptFacts({ ...read("AT+CSQ=?"), reply: framed("+CSQ: (0-31,99),(0-7,99)", "OK") })["rssi_dbm"],
    undefined,
  );
});

test("a command that no family knows gives its end and nothing else", () => {
  const facts = transcriptFacts({ ...read("AT+XYZ?"), reply: framed("+XYZ: 1,2,3", "OK") });
  assert.equal(facts, { urcs: [], trailing: undefined, final: "OK", supported: true });
});

test("numeric results end an exchange, with information before them and without", () => {
  const facts = transcriptFacts({ ...read("AT+CSQ"), reply: "+CSQ: 18,99\r\n0\r" });
  assert.equal([facts["final"], facts["rssi_dbm"]], ["OK", -77]);
  assert.is(transcriptFacts({ ...read("AT+XYZ=1"), reply: "4\r" })["final"], "ERROR");
});

test("of several unsolicited lines the first to say a thing stands", () => {
  const reply = framed("+CGREG: 0", "+CREG: 5");
  const facts = transcriptFacts({ command: null, context: "urc", reply });
  assert.equal([facts["kind"], facts["stat"]], ["CGREG", 0]);
});

test("unsolicited lines of one name are read together", () => {
  const reply = framed("^NDISSTAT: 1,,,IPV4", "^NDISSTAT: 0,,,IPV6");
  const facts = transcriptFacts({ command: null, context: "urc", reply });
  assert.equal([facts["urc"], facts["ipv4_up"], facts["ipv6_up"]], ["NDISSTAT", true, false]);
});

test("the modes of a registration report are a test form, not a report", () => {
  const facts = transcriptFacts({ command: "AT+CREG=?", context: "test", reply: framed("+CREG: (0-2)", "OK") });
  assert.equal([facts["is_test_response"], facts["urcs"], facts["stat"]], [true, [], undefined]);
});

test("SIMCom's technology is told without a cell too, and no service is none", () => {
  const rat = (line: string) => transcriptFacts({ ...read("AT+CPSI?"), reply: framed(line, "OK") })["rat"];
  assert.is(rat("+CPSI: LTE,Low Power Mode"), "LTE");
  assert.is(rat("+CPSI: NO SERVICE,Online"), undefined);
});

test.run();
