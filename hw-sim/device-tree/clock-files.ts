/** The clock's chip, and what systemd-timesyncd leaves when it has set the time. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeFile, writeTree } from "./files.ts";
import type { DeviceState } from "./state.ts";

/** A chip without power begins on 2000-01-01. */
const BEGINNING_S = 946_684_800;

/** `fellAtS`: true time at which the chip lost its own; undefined: it never did. */
export function writeClock(root: string, state: DeviceState, fellAtS: number | undefined): void {
  const shown = fellAtS === undefined ? state.time_s : BEGINNING_S + state.time_s - fellAtS;
  writeTree(join(root, "sys", "class", "rtc", "rtc0"), { name: "rtc-pos", since_epoch: Math.round(shown) });
  const mark = join(root, "run", "systemd", "timesync", "synchronized");
  if (state.ntp) writeFile(mark, "");
  else rmSync(mark, { force: true });
}
