/**
 * A long line between two namespaces: a process of its own that carries packets from a TUN device in one to a TUN device in
 * the other, late, slowly or not at all. The kernel's netem does this without a seed, and not every kernel has it.
 * `delay-line.ts SEED NAMESPACE INTERFACE NAMESPACE INTERFACE`; on stdin a JSON line for each change of quality, `null` for a
 * line that is cut. Says "ready", and ends with stdin.
 */
import { read, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { createDice } from "../random.ts";
import { createQueue, type LineQuality, QUICK_LINE } from "./packet-fate.ts";
import { openTun, withinNamespace } from "./syscalls.ts";

const LARGEST_PACKET = 65_536;
/** Packets under way at one time; at the rates that are simulated a queue of three seconds holds fewer. */
const MOST_UNDER_WAY = 10_000;

const [seed = "1", ...ends] = process.argv.slice(2);
const [near = 0, far = 0] = [0, 2].map((at) =>
  withinNamespace(`/run/netns/${ends[at]}`, () => openTun(ends[at + 1] ?? "")),
);
let quality: LineQuality | null = QUICK_LINE;
let underWay = 0;

function send(to: number, packet: Buffer): void {
  underWay -= 1;
  try {
    writeSync(to, packet);
  } catch {
    // The device is down, or not up yet: a packet into the void, as on a real line.
  }
}

function carry(from: number, to: number, way: string): void {
  const queue = createQueue(createDice(Number(seed), way));
  const buffer = Buffer.alloc(LARGEST_PACKET);
  const next = (): void =>
    read(from, buffer, 0, buffer.length, null, (error, length) => {
      if (error) {
        // The device is down: it may come up again.
        setTimeout(next, 50);
        return;
      }
      const lateMs = quality ? queue.fate(length, performance.now(), quality) : undefined;
      if (lateMs !== undefined && underWay < MOST_UNDER_WAY) {
        const packet = Buffer.from(buffer.subarray(0, length));
        underWay += 1;
        setTimeout(() => send(to, packet), lateMs);
      }
      next();
    });
  next();
}

carry(near, far, "out");
carry(far, near, "back");
createInterface({ input: process.stdin })
  .on("line", (line) => {
    quality = JSON.parse(line);
  })
  // Reads that never return would keep the process.
  .on("close", () => process.exit(0));
process.stdout.write("ready\n");
