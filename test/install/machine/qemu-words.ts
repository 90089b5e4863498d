/** QEMU's command line: a small PC of two processors, with nothing on it that is not named here. */
import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import type { Disk } from "../root/disk.ts";

export interface PcSetup {
  readonly disk: Disk;
  /** Image of a file system that the machine sees as its second disk. */
  readonly payload: string;
  /** Links to the pseudo-terminals behind which the simulated modems are. */
  readonly modems: { readonly uart: string; readonly usb: string };
  /** For sockets and the console's log. */
  readonly folder: string;
}

/** Name of the channel to `inside/guest-loop.sh`; udev makes a file of that name in /dev/virtio-ports. */
export const channel = "org.posdiag.test";

export function mayAccelerate(): boolean {
  try {
    accessSync("/dev/kvm", constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export const pathsIn = (folder: string) => ({
  qmp: join(folder, "qmp.sock"),
  guest: join(folder, "guest.sock"),
  console: join(folder, "console.log"),
});

export function qemuWords({ disk, payload, modems, folder }: PcSetup, accelerated: boolean): readonly string[] {
  const { qmp, guest, console } = pathsIn(folder);
  const drive = (file: string, rest: string) => ["-drive", `file=${file},format=raw,if=virtio,${rest}`];
  const pair = (id: string, chardev: string) => ["-chardev", `${chardev},id=${id}`];
  return [
    ...["-nodefaults", "-no-user-config", "-display", "none", "-smp", "2", "-m", "1024"],
    ...[
      "-machine",
      "q35",
      ...(accelerated ? ["-accel", "kvm", "-cpu", "host"] : ["-accel", "tcg,thread=multi", "-cpu", "max"]),
    ],
    ...["-kernel", disk.kernel, "-initrd", disk.initrd],
    ...["-append", "root=/dev/vda rw console=ttyS0 panic=5 systemd.show_status=no"],
    // What is written to the disk lives as long as QEMU does: over restarts and cuts, and not into the next run.
    ...drive(disk.image, "snapshot=on"),
    ...drive(payload, "readonly=on"),
    ...pair("console", `file,path=${console}`),
    ...["-serial", "chardev:console"],
    ...pair("uart", `serial,path=${modems.uart}`),
    ...["-serial", "chardev:uart"],
    ...["-device", "qemu-xhci,id=usb"],
    ...pair("guest", `socket,path=${guest},server=on,wait=off`),
    ...["-device", "virtio-serial-pci", "-device", `virtserialport,chardev=guest,name=${channel}`],
    ...["-netdev", "user,id=net", "-device", "virtio-net-pci,netdev=net"],
    ...["-qmp", `unix:${qmp},server=on,wait=off`],
  ];
}
