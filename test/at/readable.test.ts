import { maskedLine, readingCommand, readingRequests } from "../../src/at/readable.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("at/readable");

test("what only reads may be sent", () => {
  for (const request of ["AT+CSQ", "AT+CEREG?", "ATI", 'AT+QENG="servingcell"', "AT+CEREG=?", "AT+CGDCONT=?"]) {
    assert.is(readingCommand(request)?.request, request);
  }
});

test("nothing else may, however it is written", () => {
  const forbidden = [
    ...[
      "AT+CFUN=0",
      "AT+CFUN=1,1",
      "AT+CGATT=0",
      "ATD112;",
      "ATH",
      "AT+CMGS=1",
      "AT+CPIN=1234",
      "AT+CLCK=?x",
      "AT&F",
      "ATZ",
    ],
    ...[
      "AT+CSQ;+CFUN=0",
      "AT+CSQ\rAT+CFUN=0",
      "AT+CSQ ",
      "at+csq",
      "+CSQ",
      "",
      "AT",
      "AT+COPS=?",
      "AT+COPS=2",
      "AT!RESET",
    ],
    ...["AT+QPOWD=?", "AT+CRESET", "AT+CREBOOT", "AT^RESET", "AT#REBOOT", "AT+CEREG=2", "AT+CMGL=4", "AT+CPBR=1,9"],
    ...["__proto__", "AT+CSQ=?;+CFUN=0", 'AT+QURCCFG="urcport","usbat"'],
  ];
  for (const request of forbidden) assert.is(readingCommand(request), undefined, JSON.stringify(request));
  assert.ok(
    readingRequests.every((request) => !/CFUN|RESET|REBOOT|CGATT=|=0|=1/.test(request)),
    readingRequests.join(),
  );
});

test("of a reply the levels, states and causes stay; numbers of cards, places and addresses go", () => {
  const lines = [
    ["+CSQ: 23,99", "+CSQ: 23,99"],
    ['+CEREG: 2,1,"1A2B","0A1B2C3",7', '+CEREG: 2,1,"####","#######",7'],
    ["860000000000012", "###############"],
    ["+QCCID: 89860000000000000001", "+QCCID: ####################"],
    ['+CGPADDR: 1,"10.23.45.67"', '+CGPADDR: 1,"#"'],
    ["+CGPADDR: 1,36.14.4.87.0.0.0.1.0.0.0.0.0.0.0.1", "+CGPADDR: 1,#"],
    ["2001:db8::1", "#"],
    ["+CME ERROR: 13", "+CME ERROR: 13"],
    ["EC25EFAR06A06M4G", "EC25EFAR06A06M4G"],
    ['+CGAUTH: 1,2,"user","secret"', "+CGAUTH: #"],
    ['+CMT: "+8613800000000",,"26/11/27"', "+CMT: #"],
    ['+QENG: "servingcell","NOCONN","LTE","FDD",460,00,8B3C02,101,1300,3,5,5,1A2B,-95,-11,-66,12', undefined],
    ["a\u001b[2Jb", "a?[2Jb"],
  ] as const;
  for (const [line, expected] of lines) {
    if (expected !== undefined) assert.is(maskedLine(line), expected);
    else assert.match(maskedLine(line), /,-95,-11,-66,12$/);
    assert.ok(!/\d{4}/.test(maskedLine(line)), maskedLine(line));
  }
});

test.run();
