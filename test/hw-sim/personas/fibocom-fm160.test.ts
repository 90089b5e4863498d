/** The FM160's bytes and its pace against notes of one such module on a bench without a card (public code). */
import { assert, suite } from "../../front-door/suite.ts";
import { comparePersona } from "../persona-table.ts";
import { createVirtualTerminal } from "../virtual-terminal.ts";

comparePersona("fibocom-fm160", {
  exact: [
    { command: "AT+CGMI", reply: "\r\nFibocom Wireless Inc.\r\n\r\nOK\r\n" },
    { command: "AT+CGMM", reply: "\r\nFM160-CN\r\n\r\nOK\r\n" },
    { command: "AT+CGMR", reply: "\r\n89614.1000.00.04.01.02\r\n\r\nOK\r\n" },
    { command: "AT+CFUN?", reply: "\r\n+CFUN: 1,0\r\n\r\nOK\r\n" },
    { command: "AT+GTUSBMODE?", reply: "\r\n+GTUSBMODE: 32\r\n\r\nOK\r\n" },
    { world: { sim: "absent" }, command: "AT+ICCID", reply: "\r\n+CME ERROR: 13\r\n" },
    { world: { sim: "absent" }, command: "AT+CPIN?", reply: "\r\n+CME ERROR: 10\r\n" },
    { world: { sim: "absent" }, command: "AT+CNUM", reply: "\r\nERROR\r\n" },
    { world: { sim: "absent" }, command: "AT+CGACT?", reply: "\r\nERROR\r\n" },
    { world: { sim: "absent" }, command: "AT+GTURCMODE?", reply: "\r\n+CME ERROR: 10\r\n" },
    { world: { sim: "absent" }, command: "AT+GTCAINFO?", reply: "\r\nOK\r\n" },
    {
      world: { sim: "absent" },
      command: "AT+GTDUALSIM?",
      reply: '\r\n+GTDUALSIM: 0,"SUB1","No Service"\r\n\r\nOK\r\n',
    },
    // Good signal without a card, as it was measured: rsrq 22, rsrp 64.
    {
      world: { sim: "absent", signal: { rsrp: -77, rsrq: -9, sinr: 22, csq: 31 } },
      command: "AT+CESQ",
      reply: "\r\n+CESQ: 99,99,255,255,22,64,255,255,255\r\n\r\nOK\r\n",
    },
    {
      world: { sim: "absent", signal: { rsrp: -77, rsrq: -9, sinr: 22, csq: 31 } },
      command: "AT+CSQ",
      reply: "\r\n+CSQ: 31,99\r\n\r\nOK\r\n",
    },
    {
      world: { signal: { rsrp: -78, rsrq: -8, sinr: 22 } },
      command: "AT+GTCCINFO?",
      reply:
        "\r\n+GTCCINFO:\r\nLTE service cell:\r\n1,4,460,00,1A2B,1C3D4E5,514,86,103,100,44,63,63,24\r\nLTE neighbor cell:\r\n\r\nOK\r\n",
    },
    { command: "AT+CEER", reply: "\r\n+CEER: 0,NONE\r\n\r\nOK\r\n" },
  ],
  alike: [
    {
      command: "ATI",
      capture:
        "\r\nManufacturer: Fibocom Wireless Inc.\r\nModel: FM160-CN\r\nRevision: 89614.1000.00.04.01.02\r\nSVN: 02\r\nIMEI: 861700000000000\r\n+GCAP: +CGSM\r\n\r\nOK\r\n",
    },
    {
      command: "AT+GTCCINFO?",
      capture:
        "\r\n+GTCCINFO:\r\nLTE service cell:\r\n1,4,460,01,4F50,52BF337,672,1E4,103,100,44,63,63,24\r\nLTE neighbor cell:\r\n\r\nOK\r\n",
    },
    { command: "AT+GTSTATIS?", capture: "\r\n+GTSTATIS: 2954,2125,378317,331309\r\n\r\nOK\r\n" },
    { command: "AT+MTSM=1", capture: "\r\n+MTSM: 52\r\n\r\nOK\r\n" },
    { command: "AT+GTSENRDTEMP=1", capture: "\r\n+GTSENRDTEMP: 1,45000\r\n\r\nOK\r\n" },
  ],
  unasked: [
    { change: { sim: "absent" }, says: "\r\n+SIM: Removed\r\n", never: "+CPIN" },
    { change: { sim: "absent" }, says: '\r\n+GTDUALSIM: 0,"SUB1","No Service"\r\n' },
    { world: { sim: "absent" }, change: { sim: "ready" }, says: "\r\n+SIM READY\r\n" },
  ],
});

const pace = suite("fibocom-fm160 is slow without a card");
const measured = [
  ["AT+CCID", 10_345],
  ["AT+CPMS?", 10_345],
  ["AT+CMGF?", 5_373],
  ["AT+CIMI", 5_221],
  ["AT+CGDCONT?", 5_211],
  ["AT+GTPKGVER?", 12_901],
] as const;
for (const [command, ms] of measured) {
  pace(`${command} takes ${ms} ms, and an answer in time with one`, () => {
    const terminal = createVirtualTerminal(1, "fibocom-fm160");
    terminal.ask("ATE0");
    assert.match(terminal.ask(command), /OK\r\n$/);
    terminal.set({ sim: "absent" });
    terminal.time.pass(60_000);
    terminal.modem.receive(Buffer.from(`${command}\r`));
    assert.is(terminal.hear(ms - 100), "");
    assert.match(terminal.hear(200), /(?:OK|ERROR)\r\n$/);
  });
}
pace("an answer that comes too late stands before that of the next command", () => {
  const terminal = createVirtualTerminal(1, "fibocom-fm160");
  terminal.ask("ATE0");
  terminal.set({ sim: "absent" });
  terminal.time.pass(60_000);
  assert.is(terminal.ask("AT+CCID"), "");
  assert.is(terminal.ask("AT+CFUN?"), "");
  assert.is(terminal.hear(1_000), "\r\nERROR\r\n\r\n+CFUN: 1,0\r\n\r\nOK\r\n");
});
pace("what a monitor needs comes at once all the same", () => {
  const terminal = createVirtualTerminal(1, "fibocom-fm160");
  terminal.ask("ATE0");
  terminal.set({ sim: "absent" });
  terminal.time.pass(60_000);
  for (const command of ["AT+CSQ", "AT+CEREG?", "AT+CESQ", "AT+CPIN?", "AT+GTCCINFO?"]) {
    terminal.modem.receive(Buffer.from(`${command}\r`));
    assert.match(terminal.hear(40), /(?:OK|ERROR: 10)\r\n$/, command);
  }
});
pace.run();
