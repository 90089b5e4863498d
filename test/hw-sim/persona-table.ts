/** Compares a persona's bytes with what is on record: byte for byte, by form, and by what it says unasked. */
import { loadPersona } from "../../hw-sim/persona-file.ts";
import { createResponder } from "../../hw-sim/responder.ts";
import type { SetRequest } from "../../hw-sim/world-input.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createVirtualTerminal, type VirtualTerminal } from "./virtual-terminal.ts";

interface Setting {
  /** Commands sent before, and changes made before; both have a minute to settle. */
  readonly before?: readonly string[];
  readonly world?: SetRequest;
}

interface Spoken extends Setting {
  readonly command: string;
}

/** These very bytes. */
export type Exact = Spoken & { readonly reply: string };
/** The bytes of a source: ours may have other numbers in them, and nothing else. */
export type Alike = Spoken & { readonly capture: string };
/** What is said when the world changes, wherever it stands among other reports, and what this modem never says then. */
export type Unasked = Setting & { readonly change: SetRequest; readonly says: string; readonly never?: string };

export interface PersonaTable {
  readonly exact: readonly Exact[];
  readonly alike: readonly Alike[];
  readonly unasked: readonly Unasked[];
}

/** Everything a terminal may be in that changes what a modem answers. */
const WORLDS: readonly SetRequest[] = [
  {},
  ...["absent", "pin", "puk", "error", "network_lock"].map((sim) => ({ sim })),
  { signal: "none" },
  { signal: "weak" },
  ...["searching", "denied", "roaming", "roaming_refused"].map((registration) => ({ registration })),
  { registration: { stat: 3, cause: null } },
  { pdp: "inactive" },
  { pdp: { rejected: 33 } },
  { apn: "cmiot.wrong" },
];

const NUMBER =
  /(?<![A-Za-z0-9])-?(?:\d+(?:\.\d+)?(?=m?V\b|d[Bb]m\b)|[0-9A-Fa-f]*\d[0-9A-Fa-f]*(?:\.\d+)?(?![A-Za-z0-9]))/g;

/** Hexadecimal and decimal numbers give way to a sign, words, units and punctuation stay. */
export function formOf(text: string): string {
  return text.replace(NUMBER, "#");
}

export function comparePersona(name: string, { exact, alike, unasked }: PersonaTable): void {
  const prepare = ({ before = [], world }: Setting): VirtualTerminal => {
    const terminal = createVirtualTerminal(1, name);
    for (const line of ["ATE0", "AT+CMEE=1", ...before]) terminal.ask(line);
    if (world) terminal.set(world);
    terminal.time.pass(60_000);
    return terminal;
  };
  const bytes = suite(`${name} answers as on record`);
  for (const item of exact) bytes(titleOf(item), () => assert.is(prepare(item).ask(item.command), item.reply));
  for (const item of alike) {
    bytes(`form of ${titleOf(item)}`, () => assert.is(formOf(prepare(item).ask(item.command)), formOf(item.capture)));
  }
  bytes.run();
  const reports = suite(`${name} reports as on record`);
  for (const item of unasked) {
    reports(`${JSON.stringify(item.change)} ${item.says.trim()}`, () => {
      const terminal = prepare(item);
      terminal.set(item.change);
      const heard = terminal.hear(60_000);
      assert.ok(heard.includes(item.says), JSON.stringify(heard));
      if (item.never) assert.not.ok(heard.includes(item.never), item.never);
    });
  }
  reports.run();
  answerEverywhere(name, prepare);
}

/** No command of the persona may fall silent, or show its table, in any state. */
function answerEverywhere(name: string, prepare: (setting: Setting) => VirtualTerminal): void {
  const persona = loadPersona(name);
  const responder = createResponder(persona);
  const test = suite(`${name} answers in every state`);
  for (const world of WORLDS) {
    test(JSON.stringify(world), () => {
      const view = prepare(Object.keys(world).length > 0 ? { world } : {}).modem.view();
      for (const { request } of persona.answers) {
        const answer = responder.render(responder.find(request, view), view);
        assert.match(answer, /(?:^|\r\n)(?:OK|ERROR|NO CARRIER|COMMAND NOT SUPPORT|\+CME ERROR: \d+)\r\n$/, request);
        assert.not.match(answer, /undefined|NaN|[{}]/, request);
      }
    });
  }
  test.run();
}

function titleOf({ before = [], world = {}, command }: Spoken): string {
  return [...before, JSON.stringify(world), command].join(" ");
}
