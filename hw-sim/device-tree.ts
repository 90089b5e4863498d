/**
 * A terminal's body as Linux shows it under /sys, /proc, /run and /etc, in a folder that programs can be pointed at
 * (`system.root`), with the vendor's `feed.json` at its top. It is written anew whenever the physical state changes.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { createBoot } from "./device-tree/boot.ts";
import { writeClock } from "./device-tree/clock-files.ts";
import { writeFile, writeTree } from "./device-tree/files.ts";
import { writePower } from "./device-tree/power-files.ts";
import { type DeviceState, HEALTHY_DEVICE, type RebootCause } from "./device-tree/state.ts";
import { writeBuses, writeProcessor } from "./device-tree/system-files.ts";

export type { DeviceState, RebootCause } from "./device-tree/state.ts";

export interface DeviceTree {
  /** Changes a part of the body; what is not named stays. */
  set(part: Partial<DeviceState>): void;
  /** It starts anew: another boot id, counters from zero, and the traces that the cause leaves. */
  reboot(cause: RebootCause): void;
  state(): DeviceState;
}

/** `root` may hold other folders already (an interface table, a route); only files of the body are written. */
export function createDeviceTree(root: string, first: Partial<DeviceState> = {}): DeviceTree {
  let state: DeviceState = { ...HEALTHY_DEVICE, ...first };
  const boot = createBoot(root);

  function writeFeed(): void {
    const path = join(root, "feed.json");
    if (state.feed === undefined) rmSync(path, { force: true });
    else writeFile(path, JSON.stringify(state.feed));
  }

  function write(): void {
    writePower(root, state);
    writeClock(root, state, boot.rtcFellAtS());
    writeProcessor(root, state);
    writeBuses(root, state);
    writeTree(join(root, "etc"), { "os-release": `ID=pos\nVERSION_ID="${state.os_version}"` });
    writeFeed();
  }

  write();
  return {
    set: (part) => {
      state = { ...state, ...part };
      write();
    },
    reboot: (cause) => {
      boot.again(cause, state);
      // Whatever counts since boot counts anew.
      state = { ...state, usb_attaches: 1, modem_attaches: 1, uart0_errors: 0, uart1_errors: 0, load: "idle" };
      write();
    },
    state: () => state,
  };
}
