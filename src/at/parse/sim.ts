/** +CPIN, +QSIMSTAT and the ICCID replies (3GPP TS 27.007 §8.3; Quectel EC2x AT manual ch. 5; ITU-T E.118). */
import { cmeCodeOf } from "../codes.ts";
import { fieldsOf, integerOf, prefixOf, splitFields, textOf } from "../fields.ts";

export type SimState =
  | "ready"
  | "not_ready"
  | "absent"
  | "pin_required"
  | "puk_required"
  | "pin2_required"
  | "puk2_required"
  | "device_locked_to_sim"
  | "network_locked"
  | "failure"
  | "busy"
  | "wrong";

const cpinStates: ReadonlyMap<string, SimState> = new Map([
  ["READY", "ready"],
  ["NOT READY", "not_ready"],
  ["NOT INSERTED", "absent"],
  ["SIM REMOVED", "absent"],
  ["REMOVED", "absent"],
  ["SIM ERROR", "failure"],
  ["SIM PIN", "pin_required"],
  ["SIM PUK", "puk_required"],
  ["SIM PIN2", "pin2_required"],
  ["SIM PUK2", "puk2_required"],
]);

export interface Pin {
  /** As the modem wrote it. */
  readonly text: string;
  readonly state: SimState | undefined;
}

/**
 * `PH-SIM …`: the terminal takes only another SIM; `PH-NET …` and the like: only another network or provider. Some put the
 * words of the error (`SIM failure`) in place of a state.
 */
function pinState(text: string): SimState | undefined {
  const known = cpinStates.get(text);
  if (known) return known;
  if (/^PH-F?SIM /.test(text)) return "device_locked_to_sim";
  return /^PH-(NET|NETSUB|SP|CORP) /.test(text) ? "network_locked" : simStateOfCme(cmeCodeOf(text));
}

/** Some answer with the bare words, which only count when they are known. */
export function parseCpin(line: string): Pin | undefined {
  const text = textOf(fieldsOf(line, "+CPIN")?.[0]) ?? (cpinStates.has(line) ? line : undefined);
  if (text === undefined || text.startsWith("(")) return undefined;
  return { text, state: pinState(text.toUpperCase()) };
}

const cmeStates: ReadonlyMap<number, SimState> = new Map([
  [5, "device_locked_to_sim"],
  [6, "device_locked_to_sim"],
  [7, "device_locked_to_sim"],
  [10, "absent"],
  [11, "pin_required"],
  [12, "puk_required"],
  [13, "failure"],
  [14, "busy"],
  [15, "wrong"],
  [17, "pin2_required"],
  [18, "puk2_required"],
  [40, "network_locked"],
  [41, "network_locked"],
  [42, "network_locked"],
  [43, "network_locked"],
  [44, "network_locked"],
  [45, "network_locked"],
  [46, "network_locked"],
  [47, "network_locked"],
  [48, "device_locked_to_sim"],
]);

/** What an error in answer to AT+CPIN? says of the SIM. Other commands word "no SIM" as 13 or 4: do not ask here. */
export function simStateOfCme(code: number | undefined): SimState | undefined {
  return code === undefined ? undefined : cmeStates.get(code);
}

export interface SimPresence {
  readonly enabled: boolean;
  readonly inserted: boolean | undefined;
}

/** <enable>,<inserted>; inserted 2 is "not known yet". */
export function parseQsimstat(line: string): SimPresence | undefined {
  const fields = fieldsOf(line, "+QSIMSTAT");
  const enabled = integerOf(fields?.[0]);
  const inserted = integerOf(fields?.[1]);
  if (enabled === undefined || inserted === undefined) return undefined;
  return { enabled: enabled === 1, inserted: inserted === 1 ? true : inserted === 0 ? false : undefined };
}

function swapNibbles(text: string): string {
  return text.replace(/(.)(.)/g, "$2$1");
}

/** EF_ICCID read through +CRSM counts only with status 90 00 (144, 0). */
function iccidField(line: string): string | undefined {
  const prefix = prefixOf(line);
  // Qualcomm firmware answers AT+ICCID with `ICCID: 8986…`, without the plus.
  if (prefix === undefined) return textOf(line.replace(/^ICCID\s*:\s*/i, ""));
  const fields = splitFields(line.slice(line.indexOf(":") + 1));
  if (prefix === "+CRSM") return integerOf(fields[0]) === 144 ? textOf(fields[2]) : undefined;
  return /^(\+([QIZC]?I?CCID)|[\^!]ICCID|\$MYCCID|#CCID)$/.test(prefix) ? textOf(fields[0]) : undefined;
}

/** Hexadecimal letters stay: China Mobile prints `898602F9…`. Only the filler at the end goes. */
export function parseIccid(line: string): string | undefined {
  const raw = iccidField(line)?.toUpperCase();
  if (raw === undefined) return undefined;
  const text = (raw.startsWith("98") ? swapNibbles(raw) : raw).replace(/F+$/, "");
  return /^89[0-9A-F]{16,18}$/.test(text) ? text : undefined;
}

/** Whether a facility is locked: `+CLCK: 1`; with several classes, any of them (27.007 §7.4). */
export function parseClck(line: string): boolean | undefined {
  const status = integerOf(fieldsOf(line, "+CLCK")?.[0]);
  return status === undefined ? undefined : status === 1;
}
