/** Memory of a process, native or emulated. */
import { memoryOf } from "../bench/proc.ts";
import { ownPagesOf } from "./guest-memory.ts";

export interface Resident {
  /** VmRSS, KiB; emulated, of the emulator with the guest in it. */
  readonly allKb: number;
  /** Of it the program's own pages, KiB. */
  readonly ownKb: number;
}

export function residentOf(pid: number, emulated: boolean): Resident {
  const allKb = memoryOf(pid).residentKb;
  return { allKb, ownKb: emulated ? ownPagesOf(pid) : allKb };
}
