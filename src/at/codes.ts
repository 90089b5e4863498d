import { cmeMeanings, cmeWordings } from "./cme-meanings.ts";

/** The numbers behind `+CME ERROR` (3GPP TS 27.007 §9.2) and `+CMS ERROR` (3GPP TS 27.005 §3.2.5), and what they mean. */

const cmsMeanings = {
  300: "ME failure",
  301: "SMS service reserved",
  302: "Operation not allowed",
  303: "Operation not supported",
  304: "Invalid PDU mode parameter",
  305: "Invalid text mode parameter",
  310: "SIM not inserted",
  311: "SIM PIN required",
  312: "PH-SIM PIN required",
  313: "SIM failure",
  314: "SIM busy",
  315: "SIM wrong",
  316: "SIM PUK required",
  317: "SIM PIN2 required",
  318: "SIM PUK2 required",
  320: "Memory failure",
  321: "Invalid memory index",
  322: "Memory full",
  330: "SMSC address unknown",
  331: "No network service",
  332: "Network timeout",
  340: "No +CNMA acknowledgement expected",
  500: "Unknown error",
} as const satisfies Record<number, string>;

const nameByCme: ReadonlyMap<number, string> = new Map(
  Object.entries(cmeMeanings).map(([n, text]) => [Number(n), text]),
);
const nameByCms: ReadonlyMap<number, string> = new Map(
  Object.entries(cmsMeanings).map(([n, text]) => [Number(n), text]),
);

/**
 * Letters and digits only, so that wording with other case, spaces or dashes still matches; and without the network's cause
 * that 27.007 puts behind some: `requested service option not subscribed (#33)`.
 */
function squeezed(text: string): string {
  return text
    .toLowerCase()
    .replace(/\(#\d+\)/, "")
    .replace(/[^a-z0-9]/g, "");
}

const cmeByName: ReadonlyMap<string, number> = new Map([
  ...cmeWordings.map(([text, code]): [string, number] => [squeezed(text), code]),
  ...[...nameByCme].map(([code, text]): [string, number] => [squeezed(text), code]),
]);

export function cmeMeaning(code: number): string | undefined {
  return nameByCme.get(code);
}

export function cmsMeaning(code: number): string | undefined {
  return nameByCms.get(code);
}

/** The number of a verbose error (`AT+CMEE=2`): `SIM not inserted` → 10. */
export function cmeCodeOf(text: string): number | undefined {
  return cmeByName.get(squeezed(text));
}
