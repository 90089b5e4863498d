/** Where the demo prints: colours and a waiting line on a terminal, plain lines everywhere else. */
import { stdout } from "node:process";

const tty = stdout.isTTY && process.env["NO_COLOR"] === undefined;
const paint = (code: number) => (text: string) => (tty ? `\x1b[${code}m${text}\x1b[0m` : text);

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);
export const yellow = paint(33);
export const cyan = paint(36);

export interface Screen {
  line(text?: string): void;
  /** A row of the story: a short label and what there is to say, each further line below it. */
  row(label: string, ...texts: readonly string[]): void;
  /** Shown at the bottom while something is waited for; gone with the next line. */
  waiting(text: string): void;
}

const labelWidth = 10;

export function createScreen(write: (text: string) => void = (text) => void stdout.write(text)): Screen {
  let pending = false;
  const clear = (): void => {
    if (pending) write("\r\x1b[2K");
    pending = false;
  };
  const line = (text = ""): void => {
    clear();
    write(`${text}\n`);
  };
  return {
    line,
    row: (label, ...texts) => {
      for (const [index, text] of texts.entries()) {
        line(`  ${cyan((index === 0 ? label : "").padEnd(labelWidth))}${text}`);
      }
    },
    waiting: (text) => {
      if (!tty) return;
      write(`\r\x1b[2K  ${dim(text)}`);
      pending = true;
    },
  };
}
