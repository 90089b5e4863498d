/** Which commands only read, so that somebody far away may send them; and their replies without what identifies anybody. */
import { type Command, commandFor, commands, namesOf } from "./commands.ts";

/** They read in spite of their `=`. */
const readInSpite: readonly string[] = ['AT+QENG="servingcell"', "AT#TEMPSENS=2"];
/** A test of +COPS scans all bands for minutes and may cut the connection. */
const neverTested: ReadonlySet<string> = new Set(["+COPS"]);

const readers: readonly string[] = [...commands.values()]
  .filter(({ request, lines }) => lines !== "none" && (!request.includes("=") || readInSpite.includes(request)))
  .map(({ request }) => request);
const names: ReadonlySet<string> = new Set([...commands.keys()].flatMap(namesOf));

/** A test takes no longer than this, or it is one that should not have been asked. */
const testMs = 5_000;

/** The command, if it reads or tests and the agent's own table knows its name. */
export function readingCommand(request: string): Command | undefined {
  if (readers.includes(request)) return commandFor(request);
  const name = /^AT([+^#$*%!&@][A-Z][A-Z0-9_]*)=\?$/.exec(request)?.[1];
  return name !== undefined && names.has(name) && !neverTested.has(name) ? commandFor(request, testMs) : undefined;
}

export const readingRequests = readers;

/** Addresses, written in decimal with dots or in hexadecimal with colons. */
const addresses = /\b(?:\d{1,3}\.){3,}\d{1,3}\b|\b[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}\b/g;
/** Cells, areas, numbers of cards, modules and telephones: four and more digits, decimal or hexadecimal. */
const numbers = /\b(?=[0-9A-Fa-f]*\d)[0-9A-Fa-f]{4,}\b/g;
/** Replies with names and passwords. */
const secretive = /^\s*(?:AT)?[+^#$*%!&@](?:CGAUTH|QICSGP|AUTHDATA|CNUM|CMG[LR]|CMT|CPBR|CUSD|CLIP|CRSM)\b/i;

/** A line of the modem as it may leave the terminal: levels, states and causes stay, identities and places do not. */
export function maskedLine(text: string): string {
  const line = text.replace(/[^ -~]/g, "?").slice(0, 200);
  if (secretive.test(line)) return `${line.slice(0, line.search(/[:=?]|$/))}: #`;
  return line.replace(addresses, "#").replace(numbers, (run) => "#".repeat(run.length));
}
