/**
 * Long lines between namespaces: a process of its own that carries packets from a TUN device in one to a TUN device in
 * another, late, slowly or not at all. The kernel's netem does this without a seed, and not every kernel has it.
 * `delay-line.ts SEED (NAMESPACE INTERFACE NAMESPACE INTERFACE)…`; on stdin a JSON line `[change, line, quality]` for each
 * change, a quality of null for a line that is cut. Says "ready", and "done N" when change N holds; ends with stdin.
 */
import { read, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { createDice } from "../random.ts";
import { createQueue, type LineQuality, QUICK_LINE } from "./packet-fate.ts";
import { openTun, withinNamespace } from "./syscalls.ts";

const LARGEST_PACKET = 65_536;
/** Packets under way on a line at one time; at the rates that are simulated a full queue holds fewer. */
const MOST_UNDER_WAY = 10_000;

interface Span {
  quality: LineQuality | null;
  underWay: number;
}

function send(span: Span, to: number, packet: Buffer): void {
  span.underWay -= 1;
  try {
    writeSync(to, packet);
  } catch {
    // The device is down, or not up yet: a packet into the void, as on a real line.
  }
}

/** One way of a line. `purpose` gives each its own dice, so that the packets of one do not change the fate of the others'. */
function carry(span: Span, [from, to]: readonly [number, number], purpose: string): void {
  const queue = createQueue(createDice(seed, purpose));
  const buffer = Buffer.alloc(LARGEST_PACKET);
  const next = (): void =>
    read(from, buffer, 0, buffer.length, null, (error, length) => {
      if (error) {
        // The device is down: it may come up again.
        setTimeout(next, 50);
        return;
      }
      const lateMs = span.quality ? queue.fate(length, performance.now(), span.quality) : undefined;
      if (lateMs !== undefined && span.underWay < MOST_UNDER_WAY) {
        const packet = Buffer.from(buffer.subarray(0, length));
        span.underWay += 1;
        setTimeout(() => send(span, to, packet), lateMs);
      }
      next();
    });
  next();
}

function layLine([near, far]: readonly [number, number], number: number): Span {
  const span: Span = { quality: QUICK_LINE, underWay: 0 };
  carry(span, [near, far], `out${number || ""}`);
  carry(span, [far, near], `back${number || ""}`);
  return span;
}

function openEnd(namespace = "", name = ""): number {
  return withinNamespace(`/run/netns/${namespace}`, () => openTun(name));
}

const [seedWord, ...words] = process.argv.slice(2);
const seed = Number(seedWord);
const spans: Span[] = [];
for (let at = 0; at < words.length; at += 4) {
  const [nearIn, near, farIn, far] = words.slice(at);
  spans.push(layLine([openEnd(nearIn, near), openEnd(farIn, far)], spans.length));
}
createInterface({ input: process.stdin })
  .on("line", (line) => {
    const [change, number, quality]: [number, number, LineQuality | null] = JSON.parse(line);
    const span = spans[number];
    if (span) span.quality = quality;
    process.stdout.write(`done ${change}\n`);
  })
  // Reads that never return would keep the process.
  .on("close", () => process.exit(0));
process.stdout.write("ready\n");
