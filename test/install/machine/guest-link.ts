/** The host's end of `inside/guest-loop.sh`: one script at a time over any stream of bytes. */
import type { Readable, Writable } from "node:stream";
import type { Said } from "./machine.ts";

export interface GuestLink {
  /** Resolves with the next greeting: the machine has begun to listen. Rejects after so many seconds. */
  greeting(limitS: number): Promise<string>;
  run(script: string, limitS: number): Promise<Said>;
  /** Nothing comes any more, and why. */
  end(reason: string): void;
}

interface Waiter<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** How much longer than the script itself its answer may take. */
const graceS = 15;
/** More is no answer of ours: 1 MB in base64. */
const mostChars = 2_000_000;

/** Cuts what comes into lines. What is too long for one is thrown away. */
export function lineCutter(onLine: (line: string) => void): (chunk: string) => void {
  let rest = "";
  return (chunk) => {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    if (rest.length > mostChars) rest = "";
    for (const line of parts) onLine(line.replace(/\r$/, ""));
  };
}

/** One who waits at most, with a deadline that says what was waited for. */
function createSeat<T>() {
  let waiter: Waiter<T> | undefined;
  const take = () => {
    const taken = waiter;
    waiter = undefined;
    return taken;
  };
  return {
    take,
    wait: (limitS: number, what: string) =>
      new Promise<T>((resolve, reject) => {
        const timer = setTimeout(() => take()?.reject(new Error(`${what} within ${limitS} s`)), limitS * 1_000);
        const settled =
          <V>(act: (value: V) => void) =>
          (value: V) => {
            clearTimeout(timer);
            act(value);
          };
        waiter = { resolve: settled(resolve), reject: settled(reject) };
      }),
  };
}

export function createGuestLink(from: Readable, to: Writable): GuestLink {
  const greeting = createSeat<string>();
  const answer = createSeat<Said>();
  let number = 0;
  const take = (line: string) => {
    const [first = "", code = "", output = ""] = line.split(" ");
    if (first === "hello") {
      answer.take()?.reject(new Error("the machine began anew while a script ran"));
      greeting.take()?.resolve(code);
    } else if (first === String(number)) {
      answer.take()?.resolve({ code: Number(code), output: Buffer.from(output, "base64").toString("utf8").trimEnd() });
    }
  };
  from.setEncoding("utf8");
  from.on("data", lineCutter(take));
  const end = (reason: string) => {
    for (const seat of [greeting, answer]) seat.take()?.reject(new Error(reason));
  };
  to.on("error", (error) => end(error.message));
  return {
    end,
    greeting: (limitS) => greeting.wait(limitS, "the machine did not begin to listen"),
    run: (script, limitS) => {
      number += 1;
      to.write(`${number} ${limitS} ${Buffer.from(script).toString("base64")}\n`);
      return answer.wait(limitS + graceS, "a script inside did not end");
    },
  };
}
