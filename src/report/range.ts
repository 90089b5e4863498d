/** Range checks before encoding: protobufjs writes -1 as 4294967295 and 1.7 as 1 without a word. */
import { AgentError } from "../base/errors.ts";

export const uint32Max = 4_294_967_295;

/** A whole number within [min, max], or RECORD_INVALID naming the field. */
export function whole(field: string, value: number, range: readonly [min: number, max: number]): number {
  if (Number.isInteger(value) && value >= range[0] && value <= range[1]) return value;
  throw new AgentError("RECORD_INVALID", `${field} is ${value}, not a whole number in ${range[0]}..${range[1]}`);
}

/** Milliseconds as whole seconds and the rest, both within 32 bits. */
export function splitMs(field: string, ms: number): { readonly s: number; readonly ms: number } {
  whole(field, ms, [0, uint32Max * 1000 + 999]);
  return { s: Math.floor(ms / 1000), ms: ms % 1000 };
}

/** 16 hexadecimal digits to their 8 bytes. */
export function bootBytes(boot: string): Uint8Array {
  if (!/^[0-9a-f]{16}$/.test(boot)) throw new AgentError("RECORD_INVALID", "boot is not 16 hexadecimal digits");
  return Buffer.from(boot, "hex");
}
