/** A terminal's memory over restarts in virtual time: the file is a text, the wall clock can be set. */
import { type Log, silentLog } from "../../src/base/log.ts";
import { decodeFile, encodeFile } from "../../src/memory/file-text.ts";
import { type Memory, type MemoryOptions, openMemory } from "../../src/memory/memory.ts";
import type { Store } from "../../src/memory/store.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

export const dayMs = 86_400_000;
export const minuteMs = 60_000;

/** Local time, as carriers bill. */
export function local(year: number, month: number, day: number): number {
  return new Date(year, month - 1, day, 12).getTime();
}

export interface Run {
  readonly memory: Memory;
  /** The agent ends in good order. */
  stop(): Promise<void>;
}

export class Terminal {
  readonly clock = new VirtualClock();
  /** What lies in the file; undefined: none. */
  text: string | undefined;
  writes: string[] = [];
  /** Refuses writes. */
  full = false;
  reached = true;
  boot = "boot-1";
  emitted: Reading[] = [];
  log: Log = silentLog;
  #wallOffsetMs = 0;

  constructor(wallMs = local(2026, 11, 10)) {
    this.setWall(wallMs);
  }

  setWall(wallMs: number): void {
    this.#wallOffsetMs = wallMs - this.clock.monoMs();
  }

  /** An agent starts; whatever ran before without `stop` was killed. */
  async start(changes: Partial<MemoryOptions> = {}): Promise<Run> {
    const { clock } = this;
    const stop = new AbortController();
    const memory = await openMemory({
      store: this.#store(),
      clock: {
        wallMs: () => clock.monoMs() + this.#wallOffsetMs,
        monoMs: () => clock.monoMs(),
        sleep: (ms, signal) => clock.sleep(ms, signal),
      },
      log: (...line) => this.log(...line),
      emit: (readings) => void this.emitted.push(...readings),
      terms: { planDay: 1, settleDays: 3 },
      plan: { planMb: undefined, activated: undefined },
      systemBoot: this.boot,
      reached: () => this.reached,
      settings: "host.acquirer.test 5500",
      saveEveryMs: 900_000,
      ...changes,
    });
    const running = memory.run(stop.signal);
    await clock.advance(0);
    const end = async (): Promise<void> => {
      stop.abort();
      await clock.settle(running);
    };
    return { memory, stop: end };
  }

  /** The newest value that was emitted; undefined when there was none. */
  value(signal: SignalId): unknown {
    return this.emitted.findLast((each) => each.signal === signal)?.value;
  }

  #store(): Store {
    return {
      read: async () => (this.text === undefined ? undefined : decodeFile(this.text)),
      write: async (memory) => {
        if (this.full) return false;
        this.text = encodeFile(memory);
        this.writes.push(this.text);
        return true;
      },
      counts: () => ({ written: this.writes.length, writtenBytes: 0, failed: 0, setAside: 0 }),
    };
  }
}

/** Made of zeros: check digits do not matter to who only compares. */
export const imei = { own: "860000000000012", other: "860000000000020" } as const;
export const iccid = {
  own: "89860000000000000018",
  other: "89860000000000000026",
  third: "89860000000000000034",
} as const;

export function insert(run: Run, card: string = iccid.own, module: string = imei.own): void {
  run.memory.note({ kind: "sim", state: "ready" }, 0);
  run.memory.note({ kind: "identity", imei: module, iccid: card }, 0);
}

/** Registered with a bearer, as far as a modem can tell. */
export function attach({ memory }: Run, atMs: number): void {
  memory.note({ kind: "registration", state: "home" }, atMs);
  memory.see([reading("modem.pdp_state", "active", atMs)]);
}

export function traffic({ memory }: Run, sentBytes: number, receivedBytes: number): void {
  memory.note({ kind: "traffic", sentBytes, receivedBytes }, 0);
}
