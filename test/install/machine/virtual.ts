/** A virtual machine in QEMU: booted, driven over a serial channel, cut off from power, and gone without a trace. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { createGuestLink } from "./guest-link.ts";
import { usualS, type VirtualMachine } from "./machine.ts";
import { mayAccelerate, type PcSetup, pathsIn, qemuWords } from "./qemu-words.ts";
import { openQmp, type Qmp } from "./qmp.ts";

/** Without the processor's help everything takes some twenty times as long. */
const bootS = { accelerated: 240, emulated: 1_200 };
/** A kernel that runs says its first word in the first second of its life. */
const firstWordS = 20;
/** Lines of the console that are shown where the machine does not come up. */
const consoleLines = 20;

const usbModem = { id: "modem" };

async function socketOf(path: string, hasEnded: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 100 && !existsSync(path) && !hasEnded(); attempt++) await delay(100);
}

interface Qemu {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
  readonly accelerated: boolean;
  /** What it said before it ended. */
  complaint(): string;
}

function startQemu(setup: PcSetup, accelerated: boolean): Qemu {
  const child = spawn("qemu-system-x86_64", qemuWords(setup, accelerated), { stdio: ["ignore", "ignore", "pipe"] });
  const complaint: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => complaint.push(chunk));
  const orphan = () => child.kill("SIGKILL");
  process.once("exit", orphan);
  const ended = once(child, "close").then(() => process.off("exit", orphan));
  return { child, ended, accelerated, complaint: () => Buffer.concat(complaint).toString("utf8").slice(0, 2_000) };
}

async function speaks({ child }: Qemu, console: string): Promise<boolean> {
  for (let attempt = 0; attempt < firstWordS * 10 && child.exitCode === null; attempt++) {
    if (existsSync(console) && statSync(console).size > 0) return true;
    await delay(100);
  }
  return false;
}

/** That /dev/kvm can be opened is not all: where it is no whole one, QEMU ends, or the kernel never says a word. */
async function startFastest(setup: PcSetup): Promise<Qemu> {
  if (!mayAccelerate()) return startQemu(setup, false);
  const fast = startQemu(setup, true);
  if (await speaks(fast, pathsIn(setup.folder).console)) return fast;
  fast.child.kill("SIGKILL");
  await fast.ended;
  for (const path of Object.values(pathsIn(setup.folder))) rmSync(path, { force: true });
  return startQemu(setup, false);
}

function consoleTail(folder: string): string {
  const { console } = pathsIn(folder);
  if (!existsSync(console)) return "";
  return readFileSync(console, "latin1").split("\n").slice(-consoleLines).join("\n");
}

async function plug(qmp: Qmp, modem: string): Promise<void> {
  await qmp.ask("chardev-add", { id: "usbmodem", backend: { type: "serial", data: { device: modem } } });
  await qmp.ask("device_add", { driver: "usb-serial", chardev: "usbmodem", bus: "usb.0", ...usbModem });
}

async function unplug(qmp: Qmp): Promise<void> {
  const gone = qmp.event("DEVICE_DELETED");
  await qmp.ask("device_del", usbModem);
  await gone;
  await qmp.ask("chardev-remove", { id: "usbmodem" });
}

/** @throws Error when it does not come up, with the end of what it said. */
export async function bootMachine(setup: PcSetup): Promise<VirtualMachine> {
  const { child, ended, accelerated, complaint } = await startFastest(setup);
  const limitS = accelerated ? bootS.accelerated : bootS.emulated;
  const { guest, qmp: control } = pathsIn(setup.folder);
  await socketOf(control, () => child.exitCode !== null);
  const qmp = await openQmp(control).catch(async (error: Error) => {
    child.kill("SIGKILL");
    await ended;
    throw new Error(`QEMU did not start: ${complaint() || error.message}`);
  });
  const stream = connect(guest);
  const link = createGuestLink(stream, stream);
  void ended.then(() => link.end(`QEMU ended: ${complaint()}`));
  const again = async (act: () => Promise<unknown>) => {
    const greeting = link.greeting(limitS).catch((error: Error) => {
      throw new Error(`${error.message}; its console ended with\n${consoleTail(setup.folder)}`);
    });
    await Promise.all([greeting, act()]);
  };
  await again(async () => {});
  return {
    accelerated,
    run: (script, seconds = usualS) => link.run(script, seconds),
    // It may be gone before it has answered.
    reboot: () => again(() => link.run("systemctl --no-block reboot", 10).catch(() => {})),
    cutPower: () => again(() => qmp.ask("system_reset")),
    plugModem: () => plug(qmp, setup.modems.usb),
    unplugModem: () => unplug(qmp),
    [Symbol.asyncDispose]: async () => {
      qmp.close();
      stream.destroy();
      child.kill("SIGKILL");
      await ended;
    },
  };
}
