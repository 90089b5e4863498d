/** Files and counters of the card, read through the modem: +CRSM and +CSIM (3GPP TS 27.007 §8.17, §8.18; TS 102 221 §10.2). */
import { fieldsOf, integerOf, isQuoted, textOf } from "../fields.ts";

export interface FileRead {
  /** 144, 0 is good. */
  readonly sw1: number;
  readonly sw2: number | undefined;
  /** Hexadecimal. */
  readonly data: string | undefined;
}

export function parseCrsm(line: string): FileRead | undefined {
  const fields = fieldsOf(line, "+CRSM");
  const sw1 = integerOf(fields?.[0]);
  return sw1 === undefined ? undefined : { sw1, sw2: integerOf(fields?.[1]), data: textOf(fields?.[2]) };
}

/**
 * EF_SPN (TS 31.102 §4.2.12): a byte of display conditions, then the name, filled up with FF. Only the part of the GSM
 * alphabet that is ASCII as well is read.
 */
export function serviceProvider(data: string | undefined): string | undefined {
  const bytes = (data?.slice(2).match(/[0-9A-F]{2}/gi) ?? []).map((byte) => Number.parseInt(byte, 16));
  const end = bytes.indexOf(0xff);
  const name = end < 0 ? bytes : bytes.slice(0, end);
  const plain = name.every((byte) => byte >= 0x20 && byte < 0x7f);
  return name.length > 0 && plain ? String.fromCharCode(...name) : undefined;
}

export interface CardStatus {
  /** Four hexadecimal digits: `9000` is good. */
  readonly status: string;
  /** After VERIFY without a PIN: how often a wrong one may still be given. */
  readonly triesLeft: number | undefined;
  readonly blocked: boolean;
}

/** The status word is the end of the answer. `63Cx`: x tries are left; `6983`: none is, the method is blocked. */
export function parseCsim(line: string): CardStatus | undefined {
  const fields = fieldsOf(line, "+CSIM");
  const answer = textOf(fields?.[1])?.toUpperCase();
  if (answer === undefined || !isQuoted(fields?.[1]) || !/^([0-9A-F]{2}){2,}$/.test(answer)) return undefined;
  const status = answer.slice(-4);
  const blocked = status === "6983";
  const tries = /^63C([0-9A-F])$/.exec(status)?.[1];
  const triesLeft = tries === undefined ? (blocked ? 0 : undefined) : Number.parseInt(tries, 16);
  return { status, triesLeft, blocked };
}
