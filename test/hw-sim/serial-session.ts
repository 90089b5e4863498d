/** A client on a real serial port, as a test needs it. */
import { SerialPort } from "serialport";

export interface SerialSession {
  send(text: string): void;
  /** Sends a command line, resolves with everything up to its final result. */
  ask(line: string): Promise<string>;
  /** Resolves when `text` has come, whether before or after this call. */
  heard(text: string): Promise<void>;
  /** Waits until no read is under way: a hang-up that meets one makes the library spin instead of closing. */
  rest(): Promise<void>;
  /** Resolves when the other side has hung up. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

const FINAL = /\r\n(?:OK|ERROR|\+CME ERROR: .*)\r\n$/;

export async function openSession(path: string): Promise<SerialSession> {
  const serial = new SerialPort({ path, baudRate: 115_200, autoOpen: false });
  let text = "";
  const waiting = new Set<() => void>();
  serial.on("data", (bytes: Buffer) => {
    text += bytes.toString("latin1");
    for (const look of waiting) look();
  });
  const closed = new Promise<void>((resolve) => serial.once("close", () => resolve()));
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  await new Promise<void>((resolve, reject) => serial.open((error) => (error ? reject(error) : resolve())));
  return {
    closed,
    send: (out) => void serial.write(out, "latin1"),
    ask: async (line) => {
      text = "";
      serial.write(`${line}\r`, "latin1");
      await until(() => FINAL.test(text));
      return text;
    },
    rest: () => new Promise((resolve) => setTimeout(resolve, 50)),
    heard: (wanted) => until(() => text.includes(wanted)),
    close: async () => {
      serial.close();
      await closed;
    },
  };
}
