/** Laws over a whole persona: every entry has a source that is listed, and speaks only of what exists. */
import { type Answer, DEEDS, EVENTS, type Persona, PORT_ROLES, TIMINGS, type UnsolicitedLine } from "./persona.ts";
import { RADIO_KEYS } from "./radio.ts";

/** Keys of the view that the simulator itself fills in (view.ts); the rest come from the persona. */
const LIVE_KEYS = [
  ...RADIO_KEYS,
  ...["sim", "stat", "bearer", "attached", "service", "activation"],
  ...["refused_by", "cause", "cause_given", "cause_text", "esm_cme", "apn"],
  ...["sent", "received", "transferred", "sent_hex", "received_hex"],
  ...["time_2", "time_4"],
];
const REQUIRED_SETTINGS = ["echo", "verbose", "cmee", "cfun", "urcport"];

export function checkPersona(persona: Persona): string[] {
  const known = new Set([
    ...LIVE_KEYS,
    ...Object.keys(persona.settings),
    ...Object.keys(persona.values),
    ...Object.keys(persona.cells.home),
  ]);
  return [
    ...REQUIRED_SETTINGS.filter((key) => !(key in persona.settings)).map((key) => `setting "${key}" is missing`),
    ...TIMINGS.filter((key) => !persona.timing[key]).map((key) => `timing "${key}" is missing`),
    ...Object.keys(persona.cells.home)
      .filter((key) => !(key in persona.cells.roaming))
      .map((key) => `the roaming cell has no "${key}"`),
    ...checkUsb(persona),
    ...persona.answers.flatMap((answer) => checkAnswer(answer, persona, known)),
    ...persona.unsolicited.flatMap((line) => checkEntry(`event ${line.event}`, line, { persona, known })),
    ...persona.unsolicited.flatMap(({ event }) => (EVENTS.includes(event) ? [] : [`no event "${event}"`])),
  ];
}

function checkUsb({ usb, sources }: Persona): string[] {
  if (!usb) return [];
  const strange = Object.keys(usb.ports).filter((role) => !PORT_ROLES.some((known) => known === role));
  return [
    ...(/^[0-9a-f]{4}:[0-9a-f]{4}$/.test(`${usb.vendor}:${usb.product}`) ? [] : ["usb: vendor or product is no id"]),
    ...(sources[usb.source] ? [] : [`usb: source "${usb.source}" is not listed`]),
    ...(usb.ports.at === undefined ? ["usb: no port for commands"] : []),
    ...strange.map((role) => `usb: no port is called "${role}"`),
  ];
}

function checkAnswer(answer: Answer, persona: Persona, known: ReadonlySet<string>): string[] {
  const where = `request ${answer.request}`;
  const problems = checkEntry(where, answer, { persona, known });
  if (!Array.isArray(answer.delay_ms)) problems.push(`${where}: no delay_ms`);
  if (answer.final !== undefined && !persona.finals[answer.final])
    problems.push(`${where}: no final "${answer.final}"`);
  if (answer.does !== undefined && !DEEDS.includes(answer.does)) problems.push(`${where}: no deed "${answer.does}"`);
  for (const key of Object.keys(answer.set ?? {})) {
    if (!(key in persona.settings)) problems.push(`${where}: sets the unknown setting "${key}"`);
  }
  return problems;
}

type Book = { readonly persona: Persona; readonly known: ReadonlySet<string> };

function checkEntry(where: string, entry: Answer | UnsolicitedLine, { persona, known }: Book): string[] {
  const text = "bytes" in entry ? entry.bytes : `${entry.reply ?? ""}${entry.cme ?? ""}`;
  const placeholders = [...text.matchAll(/\{(\w+)\}/g)].map(([, key = ""]) => key);
  const unknown = [...Object.keys(entry.when ?? {}), ...placeholders].filter((key) => !known.has(key));
  return [
    ...(persona.sources[entry.source] ? [] : [`${where}: source "${entry.source}" is not listed`]),
    ...unknown.map((key) => `${where}: nothing is called "${key}"`),
  ];
}
