/** A Debian that steps are taken on: a virtual machine that boots, or a folder that is entered with chroot. */

export interface Said {
  readonly code: number;
  /** Standard output and errors as they came, at most 1 MB, without what is blank at the end. */
  readonly output: string;
}

/** Far more than any script takes that ends. */
export const usualS = 300;

export interface Machine extends AsyncDisposable {
  /** Runs a script of POSIX sh there as its root, at most `limitS` seconds (`usualS`). Rejects when the machine does not answer any more. */
  run(script: string, limitS?: number): Promise<Said>;
}

/** The modems that the simulator plays: on the board's UART, and on a USB socket. */
export const modemPorts = { uart: "/dev/ttyS1", usb: "/dev/ttyUSB0" } as const;

export interface VirtualMachine extends Machine {
  /** As somebody who asks systemd for it. Resolves when the machine answers again. */
  reboot(): Promise<void>;
  /** As somebody who pulls the plug and puts it in again: what was not on the disk is lost. */
  cutPower(): Promise<void>;
  /** The second modem, as a USB device that comes and goes. */
  plugModem(): Promise<void>;
  unplugModem(): Promise<void>;
  /** Whether the processor's own virtualisation is used, or everything is emulated. */
  readonly accelerated: boolean;
}
