/** A modem's end of a real pseudo-terminal, and `posdiag modem at` at the other. */
import { PassThrough } from "node:stream";
import { PtyPort } from "../../hw-sim/pty.ts";
import { dispatch } from "../../src/cli/dispatch.ts";
import { modemAtCommand } from "../../src/cli/modem-at.ts";

export type Answer = Readonly<Record<string, unknown>>;

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(2);
}

export class Judge implements AsyncDisposable {
  readonly stdin = new PassThrough();
  readonly stop = new AbortController();
  #written = "";
  #out = "";
  err = "";
  readonly #link: string;
  #port: PtyPort;
  readonly exit: Promise<number>;

  /** `link` ends in 0, the number of the port. */
  constructor(link: string, args: readonly string[] = []) {
    this.#link = link;
    this.#port = this.#attached(this.#link);
    const io = {
      stdin: this.stdin,
      out: (text: string) => {
        this.#out += text;
      },
      err: (text: string) => {
        this.err += text;
      },
      env: {},
      stop: this.stop.signal,
    };
    this.exit = dispatch([modemAtCommand], ["modem", "at", this.#link, ...args], io);
  }

  get lines(): readonly string[] {
    return this.#out.split("\n").slice(0, -1);
  }

  get written(): string {
    return this.#written;
  }

  say(text: string): void {
    this.#port.write(Buffer.from(text, "latin1"));
  }

  hangUp(): void {
    this.#port.hangUp();
  }

  /** On another terminal: under the name it had, or as the same name with another number. */
  comeBack(number = 0): void {
    const gone = this.#port;
    if (number !== 0) this.#port = this.#attached(this.#link.replace(/0$/, String(number)));
    if (gone === this.#port) gone.attach();
    else gone.close();
  }

  async heard(text: string): Promise<void> {
    await until(() => this.#written.includes(text));
    this.#written = this.#written.slice(this.#written.indexOf(text) + text.length);
  }

  type(line: string): void {
    this.stdin.write(`${line}\n`);
  }

  async ask(request: object, play: () => Promise<void>): Promise<Answer> {
    const before = this.lines.length;
    this.type(JSON.stringify(request));
    await play();
    await until(() => this.lines.length > before);
    const answer: unknown = JSON.parse(this.lines[before] ?? "");
    return typeof answer === "object" && answer !== null ? { ...answer } : {};
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stdin.end();
    await this.exit;
    this.#port.close();
  }

  #attached(link: string): PtyPort {
    const port = new PtyPort(link, (bytes) => {
      this.#written += bytes.toString("latin1");
    });
    port.attach();
    return port;
  }
}
