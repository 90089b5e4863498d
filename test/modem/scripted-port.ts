/** A serial port in memory: a test says what comes, and sees what was written. The line reader is the real one. */
import { LineReader } from "../../src/modem/line-reader.ts";
import type { ModemPort, OpenPort, PortListener } from "../../src/modem/port.ts";

export class ScriptedPort {
  readonly written: string[] = [];
  /** Called with every write, without its CR. */
  onRequest: (request: string) => void = () => {};
  /** Throws what opening shall fail with. */
  onOpen: () => void = () => {};
  opens = 0;
  #listener: PortListener | undefined;
  #reader: LineReader | undefined;

  readonly open: OpenPort = (listener) => {
    this.opens += 1;
    this.onOpen();
    const reader = new LineReader();
    reader.on("data", (line: string) => listener.line(line));
    this.#reader = reader;
    this.#listener = listener;
    const port: ModemPort = {
      write: (text) => {
        if (this.#listener !== listener) return false;
        this.written.push(text);
        this.onRequest(text.replace(/\r$/, ""));
        return true;
      },
      partial: () => reader.partial,
      dropPartial: () => reader.dropPartial(),
      close: () => {
        this.#listener = undefined;
      },
      get counts() {
        return reader.counts;
      },
    };
    return Promise.resolve(port);
  };

  get isOpen(): boolean {
    return this.#listener !== undefined;
  }

  /** Bytes from the modem, as Latin-1 text. */
  say(text: string): void {
    this.#reader?.write(Buffer.from(text, "latin1"));
    if (this.#reader?.partial) this.#listener?.partial();
  }

  lose(): void {
    const listener = this.#listener;
    this.#listener = undefined;
    listener?.lost();
  }
}
