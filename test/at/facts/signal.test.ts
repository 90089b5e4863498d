import { signalFacts } from "../../../src/at/facts/signal.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("facts of signals");

const read = (name: string, line: string) =>
  signalFacts[name]?.([line], { command: `AT${name}`, context: "read" }) ?? {};

/** 3GPP TS 27.007 §8.69: the ends of each scale are open. */
const bounds: readonly (readonly [line: string, key: string, bound: string | undefined])[] = [
  ["+CESQ: 99,99,255,255,0,97", "rsrq_bound", "lt -19.5 dB"],
  ["+CESQ: 99,99,255,255,0,97", "rsrp_bound", "ge -44 dBm"],
  ["+CESQ: 99,99,255,255,20,50", "rsrp_bound", undefined],
  ["+CESQ: 0,99,255,255,255,255", "rxlev_bound", "lt -110 dBm"],
  ["+CESQ: 63,0,255,255,255,255", "rxlev_bound", "ge -48 dBm"],
  ["+CESQ: 63,0,255,255,255,255", "ber_bound", undefined],
  ["+CESQ: 99,99,0,49,255,255", "rscp_bound", "lt -120 dBm"],
  ["+CESQ: 99,99,0,49,255,255", "ecno_bound", "ge 0 dB"],
  ["+CSQ: 0,99", "rssi_bound", "le"],
  ["+CSQ: 31,99", "rssi_bound", "ge"],
  ["+CSQ: 191,99", "rssi_bound", "ge"],
  ["+CSQ: 99,99", "rssi_bound", undefined],
];
for (const [line, key, bound] of bounds) {
  test(`${line} has the ${key} ${bound}`, () => assert.is(read(line.split(":")[0] ?? "", line)[key], bound));
}

test("an index that means not known gives no level", () => {
  const facts = read("+CESQ", "+CESQ: 99,99,255,255,255,255,255,255,255");
  for (const key of ["rxlev_dbm", "ber", "rscp_dbm", "ecno_db", "rsrq_db", "rsrp_dbm", "ss_rsrp_dbm", "ss_sinr_db"])
    assert.is(facts[key], undefined, key);
  assert.is(facts["ss_sinr_raw"], 255);
});

test.run();
