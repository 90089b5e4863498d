import { readdirSync, readFileSync } from "node:fs";
import { checkPersona } from "../../hw-sim/persona-check.ts";
import { loadPersona, personaNames } from "../../hw-sim/persona-file.ts";
import type { SetRequest } from "../../hw-sim/world-input.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createVirtualTerminal } from "./virtual-terminal.ts";

const test = suite("laws over personas");
const persona = loadPersona("quectel-ec25");

test("an entry without a listed source, or about something that does not exist, is found", () => {
  const answers = [
    { request: "AT+X", reply: "{nonsense}", delay_ms: [1, 2] as const, source: "hearsay" },
    {
      request: "AT+Y",
      when: { weather: 1 },
      set: { mood: 1 },
      final: "MAYBE",
      delay_ms: [1, 2] as const,
      source: "v250",
    },
  ];
  const problems = checkPersona({ ...persona, answers }).join("\n");
  for (const part of ["hearsay", "nonsense", "weather", "mood", "MAYBE"]) assert.ok(problems.includes(part), part);
});
test("a report of what never happens is found", () => {
  const strange = { event: "full_moon", bytes: "\r\n+MOON: 1\r\n", after_ms: [1, 2], source: "v250" };
  const problems = checkPersona(JSON.parse(JSON.stringify({ ...persona, unsolicited: [strange] })));
  assert.equal(problems, ['no event "full_moon"']);
});
test("a USB face without a port for commands, with a wrong id or from nowhere is found", () => {
  const usb = { vendor: "2C7C", product: "0125", manufacturer: "", name: "", ports: { diag: 0 }, source: "hearsay" };
  const problems = checkPersona({ ...persona, usb }).join("\n");
  for (const part of ["no id", "hearsay", "no port for commands"]) assert.ok(problems.includes(part), part);
});
test("every source that is listed is used by somebody", () => {
  const all = personaNames().map((name) => loadPersona(name));
  const used = new Set(all.flatMap(({ answers, unsolicited, usb }) => [...answers, ...unsolicited, usb]));
  const keys = new Set([...used].map((entry) => entry?.source));
  const listed = new Set(all.flatMap(({ sources }) => Object.keys(sources)));
  assert.equal(
    [...listed].filter((source) => !keys.has(source)),
    [],
  );
});
test("every value, setting and cell number is used by somebody", () => {
  const all = personaNames().map((name) => loadPersona(name));
  const tables = JSON.stringify(all.map(({ answers, unsolicited }) => [answers, unsolicited]));
  const keys = all.flatMap(({ values, settings, cells }) => [values, settings, cells.home].flatMap(Object.keys));
  // Read by the simulator itself: where reports go, how a result is set, what an unlisted ESM cause becomes.
  const own = ["urcport", "blank_before_final", "esm_cme_other"];
  const used = (key: string) => own.includes(key) || tables.includes(`{${key}}`) || tables.includes(`"${key}":`);
  assert.equal(
    [...new Set(keys)].filter((key) => !used(key)),
    [],
  );
});
test("no answer stands behind one of its own file that always wins", () => {
  const folder = new URL("../../hw-sim/personas/", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  assert.ok(files.length > 20);
  for (const file of files) {
    const { answers = [] }: { answers?: { request: string; when?: object }[] } = JSON.parse(
      readFileSync(new URL(file, folder), "utf8"),
    );
    const closed = new Set<string>();
    for (const { request, when } of answers) {
      assert.not.ok(closed.has(request), `${file}: ${request}`);
      if (!when) closed.add(request);
    }
  }
});
test.run();

/** What gammu, gnokii, ofonod and ModemManager send and must get an OK for, whatever becomes of card and network. */
const ALWAYS = [
  ...["AT", "ATE0", "ATV1", "ATX4", "AT&C1", "ATZ", "ATE0", "AT+CMEE=1", "AT+GCAP", "ATI"],
  ...["AT+CGMI", "AT+CGMM", "AT+CGMR", "AT+CGSN", "AT+CSCS=?", "AT+CSCS?", 'AT+CSCS="GSM"'],
  ...["AT+CFUN?", "AT+CGDCONT=?", "AT+CMGF=?", "AT+CGEREP=?", "AT+CSQ", "AT+COPS=3,2", "AT+COPS=3,0", "AT+COPS?"],
  ...["AT+CREG=2", "AT+CREG?", "AT+CGREG?", "AT+CREG=0", "AT+CGATT?"],
];
/** With a card that can be used. */
const WITH_CARD = ["AT+CPIN?", "AT+CIMI", "AT+CNUM", "AT+CRSM=176,12258,0,0,10", 'AT+CLCK="SC",2'];

const WORLDS: readonly SetRequest[] = [
  {},
  ...["absent", "pin", "puk", "error", "network_lock"].map((sim) => ({ sim })),
  ...["searching", "denied", "roaming", "roaming_refused", "emergency"].map((registration) => ({ registration })),
  { signal: "none" },
  { congestion: true },
  { pdp: { rejected: 8 } },
  { data: "dry" },
  { card: "other", module: "other" },
];

for (const name of personaNames()) {
  const standard = suite(`${name} serves the generic clients`);
  for (const world of WORLDS) {
    standard(JSON.stringify(world), () => {
      const terminal = createVirtualTerminal(1, name);
      if (Object.keys(world).length > 0) terminal.set(world);
      terminal.time.pass(60_000);
      const card = terminal.state().modem.sim === "ready" ? WITH_CARD : [];
      for (const command of [...ALWAYS, ...card]) {
        assert.match(terminal.ask(command), /\r\nOK\r\n$/, command);
      }
    });
  }
  standard.run();
}
