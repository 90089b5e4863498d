/** +CBC: the supply (3GPP TS 27.007 §8.4), in the forms of the standard, of those who add mV, and of SIMCom's volts. */
import { fieldsOf, integerOf, measuredOf } from "../fields.ts";

export interface Battery {
  /** 0 runs on the battery, 1 battery on charge, 2 no battery, 3 power fault. */
  readonly status: number | undefined;
  /** Percent. */
  readonly level: number | undefined;
  readonly millivolts: number | undefined;
}

/** `1,84,4014` · `0,100` (Quectel RM500U) · `4.051V` (SIMCom). Below 1 V nothing would have answered. */
export function parseCbc(line: string): Battery | undefined {
  const fields = fieldsOf(line, "+CBC");
  if (!fields) return undefined;
  const volts = measuredOf(/^"?(\d+(?:\.\d+)?)\s*V"?$/i.exec(fields[0] ?? "")?.[1], 1, 30);
  if (volts !== undefined) return { status: undefined, level: undefined, millivolts: Math.round(volts * 1000) };
  const status = integerOf(fields[0]);
  if (status === undefined) return undefined;
  return { status, level: measuredOf(fields[1], 0, 100), millivolts: measuredOf(fields[2], 1000, 30_000) };
}
