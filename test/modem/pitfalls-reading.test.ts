/** The dangers of pitfalls.test.ts that lie in what a modem says: order, scale and width of fields, reports and modes of others. */
import { parseRegistration } from "../../src/at/parse/registration.ts";
import type { SignalId } from "../../src/model/signal.ts";
import { assert, suite } from "../front-door/suite.ts";
import { Bench, cme, healthy, info } from "../probes/modem-bench.ts";

const test = suite("pitfalls of AT drivers: what is said");

const quectel = ["Quectel", "EC25"] as const;
const nrCell =
  '+QENG: "servingcell","CONNECT","NR5G-SA","TDD",460,11,760BF0114,702,76010F,633984,78,100,-89,-8,15,18,34,1';

interface Family {
  readonly who: readonly [manufacturer: string, model: string];
  readonly request: string;
  readonly lines: readonly string[];
  readonly rsrp: unknown;
  readonly rsrq: unknown;
  readonly sinr: unknown;
}

function benchOf({ who: [manufacturer, model], request, lines }: Pick<Family, "who" | "request" | "lines">): Bench {
  const bench = new Bench();
  const own = { "AT+CGMI": info(manufacturer), "AT+CGMM": info(model), [request]: info(...lines) };
  bench.replies = { ...healthy, "AT+QCSQ": "\r\nERROR\r\n", ...own };
  return bench;
}

const measures = ["modem.rsrp_dbm", "modem.rsrq_db", "modem.sinr_db"] as const satisfies readonly SignalId[];

/** Samples of manuals, drivers and logs, as in the transcripts. Each family has its own order, and its own scale. */
const scales: readonly Family[] = [
  // rssi, rsrp, sinr, rsrq; the sinr in fifths of a dB from -20.
  { who: quectel, request: "AT+QCSQ", lines: ['+QCSQ: "CAT-M1",-112,-118,80,-15'], rsrp: -118, rsrq: -15, sinr: -4 },
  // rsrp, rsrq, sinr.
  { who: quectel, request: 'AT+QENG="servingcell"', lines: [nrCell], rsrp: -89, rsrq: -8, sinr: 15 },
  {
    who: ["SIMCOM INCORPORATED", "SIMCOM_SIM7600G-H"],
    request: "AT+CPSI?",
    // rsrq, rsrp and rssi in tenths of a dB, and the signal-to-noise ratio in whole ones.
    lines: ["+CPSI: LTE,Online,505-01,0x5A1E,187214780,257,EUTRAN-BAND3,1850,5,5,-94,-850,-545,15"],
    rsrp: -85,
    rsrq: -9.4,
    sinr: 15,
  },
  {
    who: ["INCORPORATED", "A7670E-FASE"],
    request: "AT+CPSI?",
    // The same name with indices of 27.007, which are positive.
    lines: ["+CPSI: LTE,Online,460-11,0x774B,126375687,303,EUTRAN-BAND1,100,5,0,12,36,42,5"],
    rsrp: -105,
    rsrq: -14,
    sinr: "absent",
  },
];
for (const family of scales) {
  test(`9: ${family.lines.join(" ")} of ${family.who.join(" ")} is read in its own order and scale`, async () => {
    const bench = benchOf(family);
    await bench.live(15_000);
    await bench.stop();
    assert.equal(
      measures.map((signal) => bench.newest(signal)),
      [family.rsrp, family.rsrq, family.sinr],
    );
  });
}

/** What stands for "not known" in each place. */
const sentinels: readonly (readonly [string, readonly string[]])[] = [
  ["AT+QCSQ", ['+QCSQ: "NOSERVICE"']],
  ["AT+QCSQ", ['+QCSQ: "LTE",-32768,-32768,-32768,-32768']],
  ['AT+QENG="servingcell"', ['+QENG: "servingcell","SEARCH"']],
  [
    'AT+QENG="servingcell"',
    ['+QENG: "servingcell","LIMSRV","LTE","FDD",460,11,D196A00,462,100,1,5,5,7794,-,-,-,-3276,-'],
  ],
  ["AT+CESQ", ["+CESQ: 99,99,255,255,255,255"]],
  ["AT+CESQ", ["+CESQ: 99,99,255,255,255,255,255,255,255"]],
];
for (const [request, lines] of sentinels) {
  test(`10: no field of ${lines.join(" ")} becomes a number`, async () => {
    const bench = benchOf({ who: quectel, request, lines });
    bench.replies["AT+CSQ"] = info("+CSQ: 99,99");
    await bench.live(15_000);
    await bench.stop();
    for (const signal of [...measures, "modem.csq"] as const) {
      assert.ok(bench.of(signal).length > 0, signal);
      assert.ok(
        bench.of(signal).every(({ value, quality }) => value === undefined && quality === "absent"),
        signal,
      );
    }
  });
}

test("11: fields put in between do not move the others", () => {
  // ModemManager's registration tests (Samsung Wave S8500, Sierra MC7710, Huawei); ubxlib on LARA-R6.
  const rows = [
    ["+CREG: 2,1,000B,2816, B, C2816", "home", 0x0b, 0x2816],
    ["+CEREG: 2,1, 1F00, 20 ,79D903 ,7", "home", 0x1f00, 0x79d903],
    ['+CEREG: 2,1,"1F00","20","79D903",7', "home", 0x1f00, 0x79d903],
    ['+CEREG: 4,5,,,,,,,"00000000","01100000"', "roaming", undefined, undefined],
  ] as const;
  for (const [line, state, area, cell] of rows) {
    const read = parseRegistration(line);
    assert.equal([read?.state, read?.area, read?.cell], [state, area, cell], line);
  }
});

test("12: a cell of 36 bits and an area of 24 stay whole", async () => {
  // Capture of an RM500U (QModem).
  const bench = benchOf({ who: quectel, request: 'AT+QENG="servingcell"', lines: [nrCell] });
  bench.replies["AT+CEREG?"] = info("+CEREG: 0,1");
  await bench.live(15_000);
  await bench.stop();
  assert.equal(bench.factsOf("cell").at(-1), { kind: "cell", area: 0x76010f, cell: 31_687_901_460 });
});

/** ModemManager d40d1560 and a7ff7281, and what else modems say while they start. */
const announcements = [
  "+CPIN: READY",
  "PB DONE",
  "SMS DONE",
  '+QIND: "csq",20,99',
  "+QIND: SMS DONE",
  '+NITZ: "18/05/08,17:38:26+28,0"',
  "Call Ready",
  "^RSSI: 20",
];
for (const announcement of announcements) {
  test(`16: ${announcement} before and behind every answer spoils neither set-up nor recognition`, async () => {
    const bench = new Bench("cmiot");
    const said = `\r\n${announcement}\r\n`;
    for (const [request, reply] of Object.entries(healthy)) {
      if (reply !== "") bench.replies[request] = `${said}${reply}${said}`;
    }
    // With one line behind each answer, several in a line cannot be put together by this bench.
    bench.combines = false;
    await bench.live(11_800);
    const { profile, manufacturer, model, revision, imei, iccid, imsi } = bench.probe.status();
    await bench.stop();
    assert.equal([profile, manufacturer, model, revision], ["quectel", "Quectel", "EC25", "EC25EFAR06A06M4G"]);
    assert.equal([imei, iccid, imsi], ["…1234", "…5678", "…9012"]);
    for (const request of ["ATE0", "AT+CMEE=1", "AT+CGEREP=2,1", "AT+QSIMSTAT=1"] as const) {
      assert.is(bench.times(request), 1, request);
    }
    assert.equal(
      (["sim.state", "modem.reg_state", "modem.csq", "modem.apn"] as const).map((signal) => bench.newest(signal)),
      ["ready", "home", 20, "cmiot"],
    );
  });
}

test("17: a card swapped without a report, and one that went without a report, are found by asking who it is", async () => {
  // ModemManager b7433b4c, 38f631e0: the modem says READY all the time.
  const bench = new Bench();
  await bench.live(20_000);
  bench.replies["AT+QCCID"] = info("+QCCID: 89860411123456784321");
  bench.replies["AT+CIMI"] = info("460041234560000");
  await bench.live(300_000);
  assert.is(bench.factsOf("identity").at(-1)?.iccid, "89860411123456784321");
  assert.is(bench.probe.status().imsi, "…0000");
  assert.ok(bench.of("sim.state").every(({ value }) => value === "ready"));
  bench.replies["AT+QCCID"] = cme(13);
  await bench.live(300_000);
  await bench.stop();
  assert.is(bench.of("sim.state").at(-1)?.value, "absent");
});

/** What other programs have left: echo, numeric results, errors in words, reports with cell. */
interface Modes {
  echo: boolean;
  verbose: boolean;
  words: boolean;
}

function wordsFor(text: string, { verbose, words }: Modes): string {
  const worded = words ? text.replace("+CME ERROR: 10", "+CME ERROR: SIM not inserted") : text;
  if (verbose) return worded;
  return worded
    .replace("\r\nOK\r\n", "0\r")
    .replace("\r\nERROR\r\n", "4\r")
    .replaceAll(/\r\n(.+)\r\n/g, "$1\r\n");
}

/** Makes the modem behave by its modes, which only commands change. */
function leaveBehind(bench: Bench, modes: Modes): void {
  const answer = bench.port.onRequest;
  const say = bench.port.say.bind(bench.port);
  bench.port.say = (text) => say(wordsFor(text, modes));
  bench.port.onRequest = (request) => {
    if (modes.echo) say(`${request}\r`);
    if (request === "ATE0") modes.echo = false;
    if (request === "ATV1") modes.verbose = true;
    if (request === "AT+CMEE=1") modes.words = false;
    answer(request);
  };
}

test("19: what other programs have set makes no difference", async () => {
  for (const sim of [info("+CPIN: READY"), cme(10)]) {
    const bench = new Bench();
    const modes = { echo: true, verbose: false, words: true };
    leaveBehind(bench, modes);
    bench.replies["AT+CPIN?"] = sim;
    // comgt waits for ever for `+CREG: 0,1` where somebody has set AT+CREG=2.
    bench.replies["AT+CEREG?"] = "\r\nERROR\r\n";
    bench.replies["AT+CREG?"] = info('+CREG: 2,1,"CE00","01CEAD8F"');
    await bench.live(15_000);
    const { model, imei } = bench.probe.status();
    assert.equal([model, imei, bench.newest("modem.reg_state")], ["EC25", "…1234", "home"]);
    assert.is(bench.of("sim.state").at(-1)?.value, sim === cme(10) ? "absent" : "ready");
    assert.equal(modes, { echo: false, verbose: true, words: false });
    // Another program changes the form of errors and results behind our back.
    Object.assign(modes, { echo: true, words: true });
    await bench.live(25_000);
    assert.is(bench.of("sim.state").at(-1)?.value, sim === cme(10) ? "absent" : "ready");
    assert.is(bench.newest("modem.reg_state"), "home");
    await bench.stop();
  }
});

test.run();
