/**
 * serialport's binding with its read replaced. The original reads again at once when read() gives 0 bytes, which is what a
 * terminal gives that has hung up: no close event, and a whole core until the next write (bindings-cpp issue 162).
 */
import { read } from "node:fs";
import { promisify } from "node:util";
import { SerialPort } from "serialport";
import { systemCode } from "../base/errors.ts";

const readAsync = promisify(read);

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

function readable({ poller }: UnixBinding): Promise<void> {
  return new Promise((resolve, reject) => poller.once("readable", (error) => (error ? reject(error) : resolve())));
}

/** Bytes read now, or "none" when there are none yet. */
async function readNow(port: UnixBinding, { buffer, offset, length }: ReadTarget): Promise<number | "none"> {
  if (port.fd === null) throw canceled();
  try {
    const { bytesRead } = await readAsync(port.fd, buffer, offset, length, null);
    return bytesRead;
  } catch (error) {
    if (tryAgain.has(systemCode(error))) return "none";
    throw port.isOpen ? error : canceled();
  }
}

async function readWhenReady(port: UnixBinding, target: ReadTarget): Promise<{ buffer: Buffer; bytesRead: number }> {
  for (;;) {
    const bytesRead = await readNow(port, target);
    if (bytesRead === 0) throw new Error("the terminal has hung up");
    if (bytesRead !== "none") return { buffer: target.buffer, bytesRead };
    // Closed while the read was under way: its poller is destroyed, and asking it again would crash the process.
    if (!port.isOpen) throw canceled();
    await readable(port);
  }
}

interface OpenOptions {
  readonly path: string;
  readonly baudRate: number;
}

async function open(options: OpenOptions): Promise<PortBinding> {
  const port = await SerialPort.binding.open({ ...options });
  if ("poller" in port) port.read = (buffer, offset, length) => readWhenReady(port, { buffer, offset, length });
  return port;
}

export const safeBinding = { list: () => SerialPort.binding.list(), open };
