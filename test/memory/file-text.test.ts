import { decodeFile, encodeFile } from "../../src/memory/file-text.ts";
import { createSalt, printOf } from "../../src/memory/print.ts";
import { bounds, nothingRemembered, type Remembered } from "../../src/memory/remembered.ts";
import { totalNames } from "../../src/model/device-fact.ts";
import { assert, suite } from "../front-door/suite.ts";
import { iccid, imei } from "./bench.ts";

const test = suite("memory/file-text");
const salt = createSalt();
const times = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
const mark = {
  name: printOf("module", imei.own, salt),
  life: "-",
  sentBytes: 98_765_432_109,
  receivedBytes: 98_765_432_109,
};

/** Every list as long as it gets, every number as large as one sees. */
const full: Remembered = {
  salt,
  cards: times(bounds.cards, (at) => ({
    card: printOf("card", `${iccid.own}${at}`, salt),
    firstDay: "2026-11-22",
    periods: times(bounds.periods, (month) => ({ from: `2026-1${month}-01`, bytes: 98_765_432_109 })),
  })),
  pairs: times(bounds.pairs, (at) => ({
    module: printOf("module", imei.own, salt),
    card: printOf("card", `${iccid.own}${at}`, salt),
    firstDay: "2026-11-22",
    lastDay: "2036-11-22",
    goodDays: 3_650,
    settled: false,
  })),
  marks: { modem: mark, interface: { ...mark, name: "wwp0s20u4i4v100", life: printOf("boot", "x", salt) } },
  unbookedBytes: 98_765_432_109,
  savedAtS: 1_900_000_000,
  recent: { flaps: times(64, () => 3_599), cells: times(64, () => 599), restarts: times(64, () => 3_599) },
  settings: { print: printOf("settings", "host 5500", salt), changedAtS: 1_900_000_000, proved: false },
  spent: times(bounds.spent, (at) => ({ name: `radio_cycle.restored${at}`, day: "2026-11-22", count: 12 })),
  device: {
    run: {
      boot: printOf("boot", "x", salt),
      endedInOrder: true,
      cause: "power_loss",
      brownout: true,
      rtcReset: false,
      onBattery: true,
      batteryFlat: false,
      sagged: true,
      crashes: times(bounds.crashRecords, (at) => printOf("crash", `${at}`, salt)),
    },
    losses: times(bounds.dates, (at) => (at % 2 ? 1_900_000_000 : null)),
    crashes: times(bounds.dates, () => 1_900_000_000),
    brownouts: times(bounds.dates, () => 1_900_000_000),
    versions: {
      app: { print: printOf("version", "3.2.0", salt), changedAtS: 1_900_000_000 },
      os: { print: printOf("version", "11", salt), changedAtS: null },
      params: null,
    },
    counters: {
      hour: 527_777,
      totals: Object.fromEntries(totalNames.map((name) => [name, 99_999_999])),
      grown: Object.fromEntries(totalNames.map((name) => [name, times(bounds.hours, () => 12_345)])),
    },
  },
};

test("what was written is what is read", () => {
  assert.equal(decodeFile(encodeFile(full)), full);
  assert.equal(decodeFile(encodeFile(nothingRemembered(salt))), nothingRemembered(salt));
});

test("with every list full it stays within its bound", () => {
  const { length } = encodeFile(full);
  assert.ok(length <= bounds.fileBytes, String(length));
});

test("nothing in it looks like an IMEI, an ICCID or a card number, and no print tells what it is of", () => {
  for (let round = 0; round < 50; round += 1) {
    const own = createSalt();
    const text = encodeFile({
      ...full,
      salt: own,
      cards: [{ card: printOf("card", iccid.own, own), firstDay: null, periods: [] }],
    });
    assert.not.match(text, /\d(?:[ -]?\d){11}/);
  }
  assert.match(printOf("card", iccid.own, salt), /^c[0-9a-f]{10}$/);
  assert.is.not(printOf("card", iccid.own, salt), printOf("card", iccid.own, createSalt()));
});

test("any single damaged byte is noticed", () => {
  const bytes = Buffer.from(encodeFile(full));
  let noticed = 0;
  for (let at = 0; at < bytes.length; at += 7) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 4;
    const read = decodeFile(damaged.toString());
    if (read === undefined) noticed += 1;
    else assert.equal(read, full);
  }
  assert.ok(noticed > 300, String(noticed));
});

test("half a file, another program's file and another version are not read", () => {
  const text = encodeFile(full);
  for (const other of [
    "",
    "{}",
    "null",
    "[1]",
    '{"version":1}',
    text.slice(0, 900),
    text.replace('"version":1', '"version":2'),
  ]) {
    assert.is(decodeFile(other), undefined, other.slice(0, 40));
  }
});

test.run();
