/** Starts of the terminal, and the traces that each cause leaves: the watchdog's status, a crash record, a chip without time. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeFile, writeTree } from "./files.ts";
import type { DeviceState, RebootCause } from "./state.ts";

/** linux/watchdog.h, WDIOF_CARDRESET. */
const CARD_RESET = 0x20;

export interface Boot {
  again(cause: RebootCause, state: DeviceState): void;
  /** True time at which the clock's chip lost its own; undefined: it never did. */
  rtcFellAtS(): number | undefined;
}

export function createBoot(root: string): Boot {
  const pstore = join(root, "sys", "fs", "pstore");
  let boots = 0;
  let crashes = 0;
  let fellAtS: number | undefined;

  function begin(bootstatus: number): void {
    boots += 1;
    const id = `${String(boots).padStart(8, "0")}-5a3c-4b1e-9c0d-6f1e2d3c4b5a`;
    writeTree(join(root, "proc", "sys", "kernel", "random"), { boot_id: id });
    writeTree(join(root, "sys", "class", "watchdog", "watchdog0"), { identity: "soc watchdog", bootstatus });
  }

  mkdirSync(pstore, { recursive: true });
  begin(0);
  return {
    again: (cause, state) => {
      // Memory without power forgets the record of a crash that nobody fetched.
      if (cause === "power_loss")
        for (const name of ["0", "1"]) rmSync(join(pstore, `dmesg-ramoops-${name}`), { force: true });
      if (cause === "power_loss" && state.rtc_cell === "empty") fellAtS = state.time_s;
      if (cause === "panic") {
        crashes += 1;
        writeFile(
          join(pstore, `dmesg-ramoops-${crashes % 2}`),
          `Panic#${crashes} Part1\n<0>Kernel panic - not syncing`,
        );
      }
      begin(cause === "watchdog" ? CARD_RESET : 0);
    },
    rtcFellAtS: () => fellAtS,
  };
}
