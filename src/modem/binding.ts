/**
 * serialport's binding with its read and write replaced.
 *
 * The original reads again at once when read() gives 0 bytes, which is what a terminal gives that has hung up: no close
 * event, and a whole core until the next write (bindings-cpp issue 162). It also reads and writes in the thread pool, where
 * a read may still run when its descriptor is closed and given to another file. The descriptor never blocks, so here the
 * poller says when there are bytes and the calls are made at once: two thread switches less for every chunk, and no race.
 */
import { readSync, writeSync } from "node:fs";
import { SerialPort } from "serialport";
import { systemCode } from "../base/errors.ts";

type Binding = typeof SerialPort.binding;
type PortBinding = Awaited<ReturnType<Binding["open"]>>;
type UnixBinding = Extract<PortBinding, { readonly poller: unknown }>;

interface ReadTarget {
  readonly buffer: Buffer;
  readonly offset: number;
  readonly length: number;
}

const tryAgain: ReadonlySet<string | undefined> = new Set(["EAGAIN", "EWOULDBLOCK", "EINTR"]);

/** serialport takes an error with `canceled` as "closed on purpose" and any other as "disconnected". */
const canceled = () => Object.assign(new Error("the port is closed"), { canceled: true });

/** The poller of a closed port is destroyed, and asking it would crash the process: never without looking first. */
function ready(port: UnixBinding, event: "readable" | "writable"): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!port.isOpen) return reject(canceled());
    port.poller.once(event, (error) => (error ? reject(error) : resolve()));
  });
}

/** Runs a call on the descriptor; undefined when it can do nothing yet. */
function now(port: UnixBinding, call: (fd: number) => number): number | undefined {
  if (port.fd === null) throw canceled();
  try {
    return call(port.fd);
  } catch (error) {
    if (tryAgain.has(systemCode(error))) return undefined;
    throw error;
  }
}

async function read(port: UnixBinding, target: ReadTarget): Promise<{ buffer: Buffer; bytesRead: number }> {
  const { buffer, offset, length } = target;
  for (;;) {
    await ready(port, "readable");
    const bytesRead = now(port, (fd) => readSync(fd, buffer, offset, length, null));
    if (bytesRead === 0) throw new Error("the terminal has hung up");
    if (bytesRead !== undefined) return { buffer, bytesRead };
  }
}

async function write(port: UnixBinding, bytes: Buffer): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) {
    const written = now(port, (fd) => writeSync(fd, rest)) ?? 0;
    rest = rest.subarray(written);
    if (rest.length > 0) await ready(port, "writable");
  }
}

interface OpenOptions {
  readonly path: string;
  readonly baudRate: number;
}

async function open(options: OpenOptions): Promise<PortBinding> {
  const port = await SerialPort.binding.open({ ...options });
  if (!("poller" in port)) return port;
  port.read = (buffer, offset, length) => read(port, { buffer, offset, length });
  port.write = (bytes) => write(port, bytes);
  return port;
}

export const safeBinding = { list: () => SerialPort.binding.list(), open };
