/**
 * The modem's serial port: what a session needs of it, and the one made with serialport. A new object for every open,
 * because a closed one keeps what is written to it and sends it after the next open.
 */
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { SerialPort } from "serialport";
import { AgentError, type ErrorCode, systemCode } from "../base/errors.ts";
import { safeBinding } from "./binding.ts";
import { type LineCounts, LineReader } from "./line-reader.ts";

export interface PortListener {
  /** A line without its end; never empty, at most 4 KiB. */
  line(text: string): void;
  /** Bytes have come that do not end a line. */
  partial(): void;
  /** The port is gone. Called once, unless `close` was. */
  lost(): void;
}

export interface ModemPort {
  /** False when it cannot be sent: the port is gone, or the modem has stopped reading. */
  write(text: string): boolean;
  /** What has come since the last line end. */
  partial(): string;
  dropPartial(): void;
  /** Lets go of the port. Does not wait: the kernel may hold a close for 30 s. */
  close(): void;
  readonly counts: LineCounts;
}

/** Opens a port anew. Rejects with AgentError PORT_GONE, PORT_DENIED, PORT_BUSY or PORT_FAILED. */
export type OpenPort = (listener: PortListener) => Promise<ModemPort>;

export interface PortSettings {
  readonly path: string;
  readonly baudRate: number;
}

/** More unsent than any command is long: the modem does not read. */
const unsentLimit = 1_024;

const advice: Readonly<Partial<Record<ErrorCode, string>>> = {
  PORT_BUSY: "stop the program that holds it, or give posdiag the modem's second AT port",
  PORT_DENIED: "add posdiag's user to the group of the device",
  PORT_GONE: "the modem is unplugged, without power, or has another path",
};

async function errorCode(path: string, error: unknown): Promise<ErrorCode> {
  // serialport words its errors and gives no code: the file system is asked why instead.
  const refusal = await access(path, constants.R_OK | constants.W_OK).then(() => undefined, systemCode);
  if (refusal === "ENOENT" || refusal === "ENODEV" || refusal === "ENXIO") return "PORT_GONE";
  if (refusal === "EACCES" || refusal === "EPERM") return "PORT_DENIED";
  const text = error instanceof Error ? error.message : "";
  if (/lock|busy/i.test(text)) return "PORT_BUSY";
  // Rights may differ between asking and opening, as for a process with another effective user.
  return /permission/i.test(text) ? "PORT_DENIED" : "PORT_FAILED";
}

async function portError(path: string, error: unknown): Promise<AgentError> {
  const code = await errorCode(path, error);
  return new AgentError(code, [path, advice[code]].filter((part) => part !== undefined).join(": "), { cause: error });
}

function created({ path, baudRate }: PortSettings): SerialPort {
  // hupcl: dropping DTR on close would hang up a data call and restarts some boards.
  const options = { path, baudRate, lock: true, hupcl: false, autoOpen: false, binding: safeBinding };
  return new SerialPort(options);
}

function opened(serial: SerialPort): Promise<void> {
  return new Promise((resolve, reject) => serial.open((error) => (error ? reject(error) : resolve())));
}

export function serialPort(settings: PortSettings): OpenPort {
  return async (listener) => {
    const serial = created(settings);
    const reader = new LineReader();
    let open = true;
    reader.on("data", (line: string) => open && listener.line(line));
    // A hang-up is only noticed while something reads, so the reader is there before the port is open.
    serial.on("data", (chunk: Buffer) => {
      reader.write(chunk);
      if (open && reader.partial !== "") listener.partial();
    });
    const lose = () => {
      if (open) listener.lost();
      open = false;
    };
    try {
      await opened(serial);
    } catch (error) {
      throw await portError(settings.path, error);
    }
    serial.on("close", lose);
    // Reading, writing and closing can each fail after a hang-up, some of them twice; they all mean that it is gone.
    serial.on("error", lose);
    return {
      write: (text) => {
        if (!open || !serial.isOpen || serial.writableLength > unsentLimit) return false;
        serial.write(text, "latin1");
        return true;
      },
      partial: () => reader.partial,
      dropPartial: () => reader.dropPartial(),
      close: () => {
        open = false;
        if (serial.isOpen) serial.close();
      },
      get counts() {
        return reader.counts;
      },
    };
  };
}
