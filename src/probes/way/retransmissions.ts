/**
 * How many TCP segments this machine had to send again, from the kernel's counters (level 0). Connections that were never
 * answered are left out: a host that is down is not a path that loses packets.
 */
import { join } from "node:path";
import { textIn } from "./system-text.ts";

const memoryMs = 300_000;
const apartMs = 10_000;
const mostSamples = 32;
/** Below that one lost segment is a percentage that means nothing. */
const leastSegments = 30;

interface Sample {
  readonly atMs: number;
  /** TcpOutSegs of RFC 4022 leaves out what is sent again. */
  readonly sent: number;
  readonly received: number;
  readonly again: number;
}

export interface Retransmissions {
  /** Reads the counters, at most every ten seconds. */
  look(nowMs: number): void;
  /** Percent of the newest 30 or more segments within five minutes; undefined when there were fewer. */
  percent(): number | undefined;
}

/** `/proc/net/snmp` and `netstat` have a line of names for every line of numbers, both behind the same word. */
function counterIn(text: string, group: string, name: string): number | undefined {
  const [names, numbers] = text.split("\n").filter((line) => line.startsWith(`${group}:`));
  const at = names?.trim().split(" ").indexOf(name) ?? -1;
  const number = at < 0 ? Number.NaN : Number(numbers?.trim().split(" ")[at]);
  return Number.isSafeInteger(number) ? number : undefined;
}

function read(root: string, atMs: number): Sample | undefined {
  const [snmp = "", netstat = ""] = ["snmp", "netstat"].map((name) => textIn(join(root, "proc", "net", name)));
  const [sent, received, again] = ["OutSegs", "InSegs", "RetransSegs"].map((name) => counterIn(snmp, "Tcp", name));
  const connecting = counterIn(netstat, "TcpExt", "TCPSynRetrans");
  if (sent === undefined || received === undefined || again === undefined || connecting === undefined) return undefined;
  return { atMs, sent, received, again: again - connecting };
}

export function createRetransmissions(root: string): Retransmissions {
  let samples: readonly Sample[] = [];

  return {
    look: (nowMs) => {
      const last = samples.at(-1);
      if (last && nowMs - last.atMs < apartMs) return;
      const now = read(root, nowMs);
      if (!now) {
        samples = [];
        return;
      }
      const kept = samples.filter(({ atMs, sent }) => nowMs - atMs <= memoryMs && sent <= now.sent);
      samples = [...kept, now].slice(-mostSamples);
    },
    percent: () => {
      const now = samples.at(-1);
      const enough = (s: Sample, end: Sample) =>
        end.sent - s.sent >= leastSegments && end.received - s.received >= leastSegments;
      const start = now && samples.findLast((sample) => enough(sample, now));
      if (!start) return undefined;
      const again = Math.max(0, now.again - start.again);
      return Math.round((1_000 * again) / (now.sent - start.sent + again)) / 10;
    },
  };
}
