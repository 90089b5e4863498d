/** Ordinary programs run on the terminal of a lab, as somebody at its keyboard would. */
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { reservePort } from "../../../hw-sim/libc.ts";
import type { Place } from "../../../hw-sim/place.ts";

export interface Said {
  readonly code: number;
  readonly text: string;
}

interface Terminal {
  readonly enter: readonly string[];
}

/** Resolves with what it said, on either stream, and how it ended; programs that never end are ended after four seconds. */
export function run({ enter }: Terminal, ...words: readonly string[]): Promise<Said> {
  const [file = "", ...args] = [...enter, ...words];
  return new Promise((resolve) => {
    execFile(file, args, { timeout: 4_000 }, (error, out, problems) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, text: out + problems });
    });
  });
}

/** "open", or the name of the error that Node's own socket ends with; "ETIMEDOUT" after `ms`. */
export async function knock(terminal: Terminal, [address, port]: readonly [string, number], ms = 400): Promise<string> {
  const script = `const socket = require("net").connect({ host: "${address}", port: ${port} });
    const end = (text) => (console.log(text), process.exit());
    socket.on("connect", () => end("open")).on("error", (error) => end(error.code));
    setTimeout(() => end("ETIMEDOUT"), ${ms});`;
  return (await run(terminal, process.execPath, "-e", script)).text.trim();
}

/** How many of so many pings were answered, and the quickest of the answers, milliseconds. */
export async function ping(terminal: Terminal, address: string, count = 3) {
  const { text } = await run(terminal, "ping", "-n", "-i", "0.02", "-W", "0.4", "-c", String(count), address);
  const sequence = [...text.matchAll(/icmp_seq=(\d+) ttl/g)].map(([, number]) => Number(number));
  return { answered: sequence.length, sequence, quickestMs: Number(/= ([\d.]+)\//.exec(text)?.[1]), text };
}

export interface Website {
  readonly port: number;
  close(): void;
}

/** Answers everything with so many bytes. */
export async function openWebsite(place: Place, bytes = 2): Promise<Website> {
  const server = createServer((_, response) => response.end("x".repeat(bytes)));
  const { fd, port } = place.within(() => reservePort(place.address));
  await new Promise<void>((resolve) => server.listen({ fd }, resolve));
  return {
    port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
