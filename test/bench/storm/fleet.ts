/** A fleet of real sessions in a few processes, and what each of them did. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { loader } from "../../support/loader.ts";

export interface Event {
  readonly agent: number;
  readonly what: "try" | "up";
  /** Wall clock. */
  readonly atMs: number;
}

export interface FleetOptions {
  readonly port: number;
  readonly version: 4 | 5;
  readonly agents: number;
  readonly processes: number;
  readonly seed: number;
  /** How often faster than real time the agents' clocks go. */
  readonly speed: number;
}

export interface Fleet extends AsyncDisposable {
  readonly events: readonly Event[];
  /** Resolves to whether all have said who they are since this moment, at the latest after so long. */
  allUpSince(atMs: number, patienceMs: number): Promise<boolean>;
}

const child = fileURLToPath(new URL("fleet-child.ts", import.meta.url));

function isEvent(message: unknown): message is Event {
  return typeof message === "object" && message !== null && "agent" in message && "atMs" in message;
}

export function startFleet({ port, version, agents, processes, seed, speed }: FleetOptions): Fleet {
  const events: Event[] = [];
  const running: ChildProcess[] = [];
  const share = Math.ceil(agents / processes);
  for (let from = 0; from < agents; from += share) {
    const args = [port, version, from, Math.min(share, agents - from), seed, speed].map(String);
    const one = fork(child, args, { execArgv: ["--import", loader] });
    one.on("message", (message) => {
      if (isEvent(message)) events.push(message);
    });
    running.push(one);
  }
  const ended = running.map((one) => new Promise((resolve) => one.once("exit", resolve)));
  return {
    events,
    allUpSince: async (atMs, patienceMs) => {
      const endMs = Date.now() + patienceMs;
      for (;;) {
        const up = new Set(
          events.filter((event) => event.what === "up" && event.atMs >= atMs).map(({ agent }) => agent),
        );
        if (up.size === agents) return true;
        if (Date.now() > endMs) return false;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    [Symbol.asyncDispose]: async () => {
      for (const one of running) if (one.connected) one.send("stop");
      const patience = setTimeout(() => {
        for (const one of running) one.kill("SIGKILL");
      }, 20_000);
      await Promise.all(ended);
      clearTimeout(patience);
    },
  };
}
