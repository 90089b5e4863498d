/**
 * What the way has shown that it can carry, from the bytes that it carried anyway (level 0). A trickle says nothing about
 * what a line could do: only a transfer without a pause does, and of those the best within five minutes.
 */
import { createRing } from "../../base/ring.ts";

const memoryMs = 300_000;
const shortestMs = 1_000;
/** 64 KB in 20 s are 26 kbit/s: what is slower than that is not told from a terminal that has little to say. */
const longestMs = 20_000;
const leastBytes = 65_536;
const mostSamples = 64;
const mostRates = 160;

interface Sample {
  readonly atMs: number;
  readonly bytes: number;
}

interface Rate {
  readonly atMs: number;
  readonly kbps: number;
}

export interface Throughput {
  /** `bytes`: all that went through so far, both ways; `way`: a change of it begins anew. */
  see(way: string, bytes: number, nowMs: number): void;
  /** Kilobits per second; undefined when too little moved within five minutes. */
  best(nowMs: number): number | undefined;
}

export function createThroughput(): Throughput {
  const rates = createRing<Rate>(mostRates);
  let samples: readonly Sample[] = [];
  let current = "";

  function begin(way: string): void {
    samples = [];
    current = way;
  }

  /** The best over all windows that end now and lie within one transfer. */
  function rate(now: Sample): number {
    const windows = samples.filter(({ atMs, bytes }) => {
      const longEnough = now.atMs - atMs >= shortestMs;
      return longEnough && now.bytes - bytes >= leastBytes;
    });
    return Math.max(0, ...windows.map(({ atMs, bytes }) => ((now.bytes - bytes) * 8) / (now.atMs - atMs)));
  }

  return {
    see: (way, bytes, nowMs) => {
      const last = samples.at(-1);
      const now = { atMs: nowMs, bytes };
      // A pause, or a counter that began anew, ends the transfer.
      if (way !== current || (last && bytes <= last.bytes)) begin(way);
      samples = samples.filter(({ atMs }) => nowMs - atMs <= longestMs).slice(1 - mostSamples);
      const kbps = rate(now);
      if (kbps > 0) rates.push({ atMs: nowMs, kbps });
      samples = [...samples, now];
    },
    best: (nowMs) => {
      const recent = rates.items().filter(({ atMs }) => nowMs - atMs <= memoryMs);
      return recent.length > 0 ? Math.round(Math.max(...recent.map(({ kbps }) => kbps))) : undefined;
    },
  };
}
