/** The EC25's bytes, state by state, against what real modems and the specification have on record. */
import { readdirSync, readFileSync } from "node:fs";
import type { SetRequest } from "../../../hw-sim/world-input.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { createVirtualTerminal, type VirtualTerminal } from "../virtual-terminal.ts";

interface Case {
  /** Commands sent before, and changes made before; both have a minute to settle. */
  readonly before?: readonly string[];
  readonly world?: SetRequest;
  readonly command: string;
  readonly reply: string;
  /** Record of the collection of real replies with these very bytes. */
  readonly capture?: string;
}

const cell = (state: string, signal: string) =>
  `\r\n+QENG: "servingcell","${state}","LTE","FDD",460,00,1C3D4E5,134,1300,3,5,5,1A2B,${signal},27\r\n\r\nOK\r\n`;
const SERVING = 'AT+QENG="servingcell"';

const cases: readonly Case[] = [
  { command: "AT", reply: "\r\nOK\r\n" },
  { command: "ATI", reply: "\r\nQuectel\r\nEC25\r\nRevision: EC25EFAR06A06M4G\r\n\r\nOK\r\n" },
  { command: "AT+NOSUCH", reply: "\r\nERROR\r\n" },
  { command: "ATAT+CPIN?", reply: "\r\nERROR\r\n" },
  { command: "at+csq", reply: "\r\n+CSQ: 27,99\r\n\r\nOK\r\n" },
  { command: "AT+CSQ=?", reply: "\r\n+CSQ: (0-31,99),(0-7,99)\r\n\r\nOK\r\n", capture: "csq-019" },
  {
    world: { signal: { rsrp: -97, rsrq: -10, sinr: 15, csq: 18 } },
    command: "AT+CSQ",
    reply: "\r\n+CSQ: 18,99\r\n\r\nOK\r\n",
    capture: "csq-013",
  },
  {
    world: { signal: { rsrp: -106, rsrq: -11, sinr: 5, csq: 14 } },
    command: "AT+CSQ",
    reply: "\r\n+CSQ: 14,99\r\n\r\nOK\r\n",
    capture: "csq-026",
  },
  {
    world: { signal: { rsrp: -91, rsrq: -10, sinr: 15 } },
    command: "AT+CESQ",
    reply: "\r\n+CESQ: 99,99,255,255,20,50\r\n\r\nOK\r\n",
  },
  {
    world: { signal: { rsrp: -97, rsrq: -10, sinr: 15 } },
    command: "AT+QCSQ",
    reply: '\r\n+QCSQ: "LTE",-67,-97,175,-10\r\n\r\nOK\r\n',
  },
  {
    world: { signal: { rsrp: -97, rsrq: -10, sinr: 15 } },
    command: SERVING,
    reply: cell("NOCONN", "-97,-10,-67,15"),
  },
  { world: { signal: "none" }, command: "AT+CSQ", reply: "\r\n+CSQ: 99,99\r\n\r\nOK\r\n" },
  {
    world: { signal: "none" },
    command: "AT+QCSQ",
    reply: '\r\n+QCSQ: "NOSERVICE"\r\n\r\nOK\r\n',
    capture: "qcsq-005",
  },
  {
    world: { signal: "none" },
    command: "AT+QNWINFO",
    reply: "\r\n+QNWINFO: No Service\r\n\r\nOK\r\n",
    capture: "qnwinfo-003",
  },
  { world: { signal: "none" }, command: SERVING, reply: '\r\n+QENG: "servingcell","SEARCH"\r\n\r\nOK\r\n' },
  { world: { signal: "none" }, command: "AT+CEREG?", reply: "\r\n+CEREG: 0,2\r\n\r\nOK\r\n" },
  { command: "AT+CPIN?", reply: "\r\n+CPIN: READY\r\n\r\nOK\r\n" },
  { world: { sim: "pin" }, command: "AT+CPIN?", reply: "\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n", capture: "cpin-001" },
  { world: { sim: "pin" }, command: "AT+CIMI", reply: "\r\n+CME ERROR: 11\r\n" },
  {
    world: { sim: "pin" },
    command: 'AT+QPINC="SC"',
    reply: '\r\n+QPINC: "SC",3,10\r\n\r\nOK\r\n',
    capture: "qpinc-001",
  },
  { world: { sim: "puk" }, command: "AT+CPIN?", reply: "\r\n+CPIN: SIM PUK\r\n\r\nOK\r\n" },
  { world: { sim: "absent" }, command: "AT+CPIN?", reply: "\r\n+CME ERROR: 10\r\n" },
  {
    before: ["AT+CMEE=2"],
    world: { sim: "absent" },
    command: "AT+CPIN?",
    reply: "\r\n+CME ERROR: SIM not inserted\r\n",
  },
  { before: ["AT+CMEE=0"], world: { sim: "absent" }, command: "AT+CPIN?", reply: "\r\nERROR\r\n" },
  { world: { sim: "absent" }, command: "AT+CIMI", reply: "\r\n+CME ERROR: 10\r\n" },
  { world: { sim: "absent" }, command: "AT+ICCID", reply: "\r\n+CME ERROR: 13\r\n", capture: "cme-067" },
  { world: { sim: "absent" }, command: "AT+QCCID", reply: "\r\n+CME ERROR: 13\r\n" },
  { world: { sim: "absent" }, command: "AT+CSQ", reply: "\r\n+CSQ: 27,99\r\n\r\nOK\r\n" },
  { world: { sim: "absent" }, command: SERVING, reply: cell("LIMSRV", "-87,-9,-58,16") },
  {
    before: ["AT+QSIMSTAT=1"],
    world: { sim: "absent" },
    command: "AT+QSIMSTAT?",
    reply: "\r\n+QSIMSTAT: 1,0\r\n\r\nOK\r\n",
    capture: "qsimstat-003",
  },
  { world: { sim: "absent" }, command: "AT+CGACT=1,1", reply: "\r\n+CME ERROR: 30\r\n" },
  { command: "AT+CEREG?", reply: "\r\n+CEREG: 0,1\r\n\r\nOK\r\n" },
  {
    before: ["AT+CEREG=2"],
    command: "AT+CEREG?",
    reply: '\r\n+CEREG: 2,1,"1A2B","01C3D4E5",7\r\n\r\nOK\r\n',
  },
  {
    before: ["AT+CEREG=3"],
    world: { registration: { stat: 3, cause: 7 } },
    command: "AT+CEREG?",
    reply: '\r\n+CEREG: 3,3,"1A2B","01C3D4E5",7,0,7\r\n\r\nOK\r\n',
    capture: "reg-079",
  },
  {
    before: ["AT+CEREG=3"],
    world: { registration: { stat: 3, cause: null } },
    command: "AT+CEREG?",
    reply: "\r\n+CEREG: 3,3\r\n\r\nOK\r\n",
  },
  {
    before: ["AT+CREG=2"],
    world: { registration: "searching" },
    command: "AT+CREG?",
    reply: "\r\n+CREG: 2,2\r\n\r\nOK\r\n",
  },
  { world: { registration: "roaming" }, command: "AT+CGREG?", reply: "\r\n+CGREG: 0,5\r\n\r\nOK\r\n" },
  {
    world: { registration: "roaming" },
    command: "AT+COPS?",
    reply: '\r\n+COPS: 0,0,"CMHK",7\r\n\r\nOK\r\n',
  },
  {
    world: { registration: "denied" },
    command: "AT+CEER",
    reply: "\r\n+CEER: EMM cause 7, EPS services not allowed\r\n\r\nOK\r\n",
  },
  { command: "AT+CGATT?", reply: "\r\n+CGATT: 1\r\n\r\nOK\r\n", capture: "cgatt-001" },
  { world: { registration: "denied" }, command: "AT+CGATT?", reply: "\r\n+CGATT: 0\r\n\r\nOK\r\n" },
  { command: "AT+CGPADDR=1", reply: '\r\n+CGPADDR: 1,"10.64.12.34"\r\n\r\nOK\r\n' },
  { world: { pdp: { rejected: 33 } }, command: "AT+CGACT=1,1", reply: "\r\n+CME ERROR: 133\r\n" },
  {
    before: ["AT+CMEE=2"],
    world: { pdp: { rejected: 8 } },
    command: "AT+CGACT=1,1",
    reply: "\r\n+CME ERROR: operator determined barring\r\n",
  },
  { world: { apn: "cmiot.wrong" }, command: "AT+CGACT=1,1", reply: "\r\n+CME ERROR: 127\r\n" },
  {
    world: { apn: "cmiot.wrong" },
    command: "AT+CEER",
    reply: "\r\n+CEER: ESM cause 27, Missing or unknown APN\r\n\r\nOK\r\n",
  },
  { world: { pdp: "inactive" }, command: "AT+CGACT?", reply: "\r\n+CGACT: 1,0\r\n+CGACT: 2,0\r\n\r\nOK\r\n" },
  {
    before: ["AT+CGACT=0,1", "AT+CGACT=1,1"],
    command: "AT+CGACT?",
    reply: "\r\n+CGACT: 1,1\r\n+CGACT: 2,0\r\n\r\nOK\r\n",
  },
  { command: "AT+QTEMP", reply: "\r\n+QTEMP: 30,28,27\r\n\r\nOK\r\n", capture: "qtemp-002" },
  { before: ["AT+CFUN=4"], command: "AT+CFUN?", reply: "\r\n+CFUN: 4\r\n\r\nOK\r\n" },
  { before: ["AT+CFUN=4"], command: "AT+CREG?", reply: "\r\n+CREG: 0,0\r\n\r\nOK\r\n" },
  { before: ["AT+CFUN=4"], command: "AT+CPIN?", reply: "\r\n+CPIN: READY\r\n\r\nOK\r\n" },
  { before: ["ATV0"], command: "AT+CPIN?", reply: "+CPIN: READY\r\n0\r" },
  { before: ["ATV0"], command: "AT+NOSUCH", reply: "4\r" },
];

function prepare({ before = [], world }: Pick<Case, "before" | "world">): VirtualTerminal {
  const terminal = createVirtualTerminal();
  for (const line of ["ATE0", ...before]) terminal.ask(line);
  if (world) terminal.set(world);
  terminal.time.pass(60_000);
  return terminal;
}

const table = suite("the EC25 answers as on record");
for (const item of cases) {
  const { before = [], world = {}, command, reply } = item;
  table(`${[...before, JSON.stringify(world), command].join(" ")}`, () => {
    assert.is(prepare(item).ask(command), reply);
  });
}
table.run();

const records = suite("captures");
records("the bytes compared above are those of the records they name", () => {
  const folder = new URL("../../transcripts/", import.meta.url);
  const onRecord = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".jsonl"))) {
    for (const line of readFileSync(new URL(file, folder), "utf8").split("\n").filter(Boolean)) {
      const { id, reply } = JSON.parse(line);
      onRecord.set(id, reply);
    }
  }
  const compared = cases.filter(({ capture }) => capture !== undefined && onRecord.has(capture));
  assert.ok(compared.length >= 7, `only ${compared.length} of the named records are here`);
  for (const { capture = "", reply } of compared) assert.is(reply, onRecord.get(capture), capture);
});
records.run();
