/** The hostile processes of a siege, and what they have sent so far. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { emptySent, type Sent } from "../../support/siege/peers.ts";

export interface Orders {
  readonly socket: string;
  readonly seed: number;
  /** Peers of one process at a time. */
  readonly peers: number;
  readonly sits?: boolean;
  readonly without?: readonly string[];
}

export interface Army {
  sent(): Sent;
  end(): Promise<void>;
}

const program = fileURLToPath(new URL("attacker.ts", import.meta.url));

export function start(words: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", ...words], { stdio: ["pipe", "pipe", "ignore"] });
  const orphan = () => child.kill("SIGKILL");
  process.once("exit", orphan);
  child.once("exit", () => process.off("exit", orphan));
  return child;
}

export function raise(orders: readonly Orders[]): Army {
  const reports: Sent[] = [];
  const children = orders.map((order, at) => {
    const child = start([program, JSON.stringify({ sits: false, without: [], ...order })]);
    if (child.stdout) createInterface({ input: child.stdout }).on("line", (line) => (reports[at] = JSON.parse(line)));
    return child;
  });
  return {
    sent: () => sum(reports),
    end: async () => {
      const ends = children.map((child) => new Promise((resolve) => child.once("exit", resolve)));
      for (const child of children) child.stdin?.end();
      await Promise.all(ends);
    },
  };
}

function sum(reports: readonly Sent[]): Sent {
  const total = emptySent();
  for (const report of reports.filter(Boolean)) {
    for (const [kind, count] of Object.entries(report.inputs)) total.inputs[kind] = (total.inputs[kind] ?? 0) + count;
    total.bytes += report.bytes;
    total.connections += report.connections;
    total.refused += report.refused;
    total.ended += report.ended;
  }
  return total;
}

export const countOf = ({ inputs }: Sent): number => Object.values(inputs).reduce((all, count) => all + count, 0);
