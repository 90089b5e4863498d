import { assert, suite } from "../front-door/suite.ts";
import { Bench, healthy, info } from "./modem-bench.ts";

const test = suite("modem probe by family");

/** A modem of another family: what it says of itself, and its own commands in place of Quectel's. */
interface Family {
  readonly id: string;
  readonly who: readonly [manufacturer: string, model: string];
  /** Bytes of the module named at each. */
  readonly replies: Readonly<Record<string, string>>;
  readonly rsrp: number;
  readonly rsrq?: number;
  readonly sinr?: number;
  readonly cell?: number;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly traffic?: readonly [sent: number, received: number];
}

const raw = (text: string) => `\r\n${text}\r\n\r\nOK\r\n`;

/** Replies are those of the transcripts: captures, or examples of the makers' manuals. */
const families: readonly Family[] = [
  {
    id: "quectel_unisoc",
    who: ["Quectel", "RM500U-CNV"],
    replies: {
      "AT+QTEMP": info('+QTEMP: "soc-thermal","50"', '+QTEMP: "pa-thermal","49"', '+QTEMP: "board-thermal","49"'),
      "AT+QGDCNT?": raw("+QGDCNT: 109169083,82663256"),
      "AT+CCID": raw("+CCID: 89860411123456785678"),
      'AT+QENG="servingcell"': raw(
        '+QENG: "servingcell","NOCONN","LTE","FDD",460,11,D196A00,462,100,1,5,5,7794,-109,-11,-76,11,-',
      ),
    },
    rsrp: -109,
    rsrq: -11,
    more: { "modem.temp_c": 50 },
    traffic: [109169083, 82663256],
  },
  {
    id: "quectel_asr",
    who: ["Quectel", "EC200S"],
    replies: {
      'AT+QENG="servingcell"': raw(
        '+QENG: "servingcell","NOCONN","LTE","FDD",460,11,D196A00,462,100,1,5,5,7794,-109,-11,-76,11,-',
      ),
      "AT+QCCID": raw("+QCCID: 89860411123456785678"),
    },
    rsrp: -109,
    rsrq: -11,
    sinr: 11,
  },
  {
    id: "simcom_qualcomm",
    who: ["SIMCOM INCORPORATED", "SIMCOM_SIM7600G-H"],
    replies: {
      "AT+CPSI?": raw("+CPSI: LTE,Online,505-01,0x5A1E,187214780,257,EUTRAN-BAND3,1850,5,5,-94,-850,-545,15"),
      "AT+ICCID": raw("+ICCID: 89860411123456785678"),
      "AT+CPMUTEMP": raw("+CPMUTEMP: 46"),
      "AT+CBC": raw("+CBC: 4.051V"),
    },
    rsrp: -85,
    rsrq: -9.4,
    more: { "modem.temp_c": 46, "modem.supply_mv": 4051 },
  },
  {
    id: "simcom_asr",
    who: ["INCORPORATED", "A7670E-FASE"],
    replies: {
      "AT+CPSI?": raw("+CPSI: LTE,Online,460-11,0x774B,126375687,303,EUTRAN-BAND1,100,5,0,12,36,42,5"),
      "AT+CICCID": raw("+ICCID: 89860411123456785678"),
    },
    rsrp: -105,
  },
  {
    id: "fibocom_qualcomm",
    who: ["Fibocom Wireless Inc.", "FM160-CN"],
    replies: {
      "AT+GTCCINFO?":
        "\r\n+GTCCINFO:\r\nLTE service cell:\r\n1,4,460,01,4F50,52BF337,672,1E4,103,100,44,63,63,24\r\nLTE neighbor cell:\r\n\r\nOK\r\n",
      "AT+ICCID": raw("+ICCID: 89860411123456785678"),
      "AT+MTSM=1": raw("+MTSM: 45"),
    },
    rsrp: -78,
    rsrq: -8,
    more: { "modem.temp_c": 45 },
  },
  {
    id: "fibocom_unisoc",
    who: ["Fibocom Wireless Inc.", "L610-CN-00-00-00-08"],
    replies: {
      "AT+GTCCINFO?": info("+GTCCINFO:", "LTE service cell:", "1,4,460,00,247E,5423D8D,9826,43,40,5,28,58,58,23"),
      "AT+ICCID": raw("+ICCID: 89860411123456785678"),
    },
    rsrp: -83,
    rsrq: -8.5,
  },
  {
    id: "unisoc",
    who: ["", "Air724UG"],
    replies: {
      "AT+CESQ": raw("+CESQ: 99,99,255,255,19,51"),
      "AT+CBC": raw("+CBC: 1,84,4014"),
      "AT+ICCID": raw("+ICCID: 89860411123456785678"),
      "AT+CGACT?": raw("+CGACT: 5, 1"),
      "AT+CGDCONT?": raw('+CGDCONT: 5,"IP","cmiot"'),
    },
    rsrp: -90,
    rsrq: -10.5,
    more: { "modem.supply_mv": 4014, "modem.pdp_state": "active" },
  },
  {
    id: "xmm",
    who: ["Fibocom", 'L850 LTE Module","L850'],
    replies: { "AT+XCESQ?": raw("+XCESQ: 0,99,99,255,255,19,46,32"), "AT+CCID": raw("+CCID: 89860411123456785678") },
    rsrp: -95,
    rsrq: -10.5,
    sinr: 16,
  },
  {
    id: "u-blox",
    who: ["u-blox", "SARA-R510S"],
    replies: {
      "AT+UCGED=2": "\r\nOK\r\n",
      "AT+UCGED?":
        "\r\n+UCGED: 2\r\n6,4,001,01\r\n2525,5,50,50,e8fe,1a2d001,1,d60814d1,8001,01,28,31,13.75,3,1,10,28,-50,-6,0,255,255,0\r\n\r\nOK\r\n",
      "AT+CCID": raw("+CCID: 89860411123456785678"),
      "AT+UGCNTRD": raw("+UGCNTRD: 31,2704,1819,2724,1839"),
    },
    rsrp: -113,
    sinr: 13.75,
    traffic: [2724, 1839],
  },
  {
    id: "telit",
    who: ["Telit", "LE910-EUG"],
    replies: {
      "AT#QSS=1": "\r\nOK\r\n",
      "AT#RFSTS": raw(
        '#RFSTS: "311 480",66536,-103,-68,-15,0D00,255,,1280,1,0,033C416,"000000000000000","Verizon",3,66',
      ),
      "AT#CCID": raw("#CCID: 89860411123456785678"),
      "AT#TEMPSENS=2": raw("#TEMPSENS: TC,28"),
    },
    rsrp: -103,
    rsrq: -15,
    more: { "modem.temp_c": 28 },
  },
  {
    id: "huawei",
    who: ["huawei", "ME909s-821"],
    replies: {
      "AT^CURC=1": "\r\nOK\r\n",
      "AT^HCSQ?": raw("^HCSQ: LTE,33,40,135,11"),
      "AT^ICCID?": raw("^ICCID: 89860411123456785678"),
    },
    rsrp: -101,
    rsrq: -14.5,
    sinr: 6.8,
  },
  {
    id: "sierra",
    who: ["Sierra Wireless, Incorporated", "EM7455"],
    replies: {
      "AT!GSTATUS?": raw(
        [
          "!GSTATUS: ",
          "Current Time:  22016\t\tTemperature: 40",
          "Reset Counter: 1\t\tMode:        ONLINE         ",
          "System mode:   LTE        \tPS state:    Attached     ",
          "LTE band:      B2     \t\tLTE bw:      20 MHz  ",
          "EMM state:     Registered     \tNormal Service ",
          "RRC state:     RRC Connected  ",
          "",
          "PCC RxM RSSI:  -45\t\tRSRP (dBm):  -81",
          "PCC RxD RSSI:  -44\t\tRSRP (dBm):  -79",
          "Tx Power:      15\t\tTAC:         8C65 (35666)",
          "RSRQ (dB):     -14.0",
        ].join("\r\n"),
      ),
      "AT+ICCID": raw("+ICCID: 89860411123456785678"),
    },
    rsrp: -81,
    rsrq: -14,
  },
  {
    id: "cinterion",
    who: ["Cinterion", "ELS61-E"],
    replies: {
      "AT^SCKS=1": "\r\nOK\r\n",
      "AT^SMONI": raw("^SMONI: 4G,6300,20,10,10,FDD,262,02,BF75,0345103,350,33,-94,-7,NOCONN"),
      "AT+CCID": raw("+CCID: 89860411123456785678"),
    },
    rsrp: -94,
    rsrq: -7,
  },
];

const quectelOnly = Object.keys(healthy).filter((request) => request.startsWith("AT+Q"));

function benchOf({ who: [manufacturer, model], replies }: Family): Bench {
  const bench = new Bench();
  const common = Object.entries(healthy).filter(([request]) => !quectelOnly.includes(request));
  const own = { "AT+CGMI": info(manufacturer), "AT+CGMM": info(model), ...replies };
  bench.replies = { ...Object.fromEntries(common), ...own };
  return bench;
}

for (const family of families) {
  test(`${family.id}: ${family.who.join(" ")} is asked in its own words`, async () => {
    const bench = benchOf(family);
    await bench.live(45_000);
    await bench.stop();
    assert.is(bench.probe.status().profile, family.id);
    assert.is(bench.probe.status().iccid, "…5678");
    assert.is(bench.newest("sim.state"), "ready");
    assert.is(bench.newest("modem.reg_state"), "home");
    assert.is(bench.newest("modem.rsrp_dbm"), family.rsrp);
    if (family.rsrq !== undefined) assert.is(bench.newest("modem.rsrq_db"), family.rsrq);
    if (family.sinr !== undefined) assert.is(bench.newest("modem.sinr_db"), family.sinr);
    for (const [signal, value] of Object.entries(family.more ?? {})) {
      assert.is(bench.readings.filter((each) => each.signal === signal).at(-1)?.value, value, signal);
    }
    const traffic = bench.factsOf("traffic").at(-1);
    assert.equal(traffic && [traffic.sentBytes, traffic.receivedBytes], family.traffic);
    assert.is(bench.probe.status().counts.unknown, 0);
  });

  test(`${family.id}: a slow look is at most two lines once it is known what the modem understands`, async () => {
    const bench = benchOf(family);
    await bench.live(75_000);
    for (let look = 0; look < 18; look += 1) {
      bench.forget();
      await bench.live(10_000);
      assert.ok(bench.asked.length <= (family.id === "cinterion" ? 3 : 2), bench.asked.join(" | "));
    }
    await bench.stop();
  });
}

test.run();
