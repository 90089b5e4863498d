/** A terminal's body laid out in a folder, watched by the real probe and remembered by the real memory, in virtual time. */
import { mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDeviceTree, type DeviceTree, type RebootCause } from "../../../hw-sim/device-tree.ts";
import type { Clock } from "../../../src/base/clock.ts";
import type { Log } from "../../../src/base/log.ts";
import { decodeFile, encodeFile } from "../../../src/memory/file-text.ts";
import { type Memory, openMemory } from "../../../src/memory/memory.ts";
import { type Reading, reading } from "../../../src/model/reading.ts";
import type { SignalId } from "../../../src/model/signal.ts";
import type { Scalar } from "../../../src/model/signal-shape.ts";
import { createDeviceProbe, type DeviceProbe } from "../../../src/probes/device/device-probe.ts";
import type { RunTool } from "../../../src/probes/way/tool.ts";
import { turn, VirtualClock } from "../../support/virtual-clock.ts";

/** Card numbers as a test may write them: twelve digits in a row. */
const holdsCardData = (value: unknown): boolean => /\d{12}/.test(JSON.stringify(value));
const noTool: RunTool = () => Promise.resolve({ kind: "missing" });

export class TerminalBody {
  readonly root = mkdtempSync(join(tmpdir(), "posdiag-body-"));
  readonly tree: DeviceTree = createDeviceTree(this.root);
  readonly feedPath = join(this.root, "feed.json");
  clock = new VirtualClock();
  run: RunTool = noTool;
  freeBlocks = 200_000;
  readings: Reading[] = [];
  logged: string[] = [];
  writes = 0;
  #wallBaseMs = Date.now();
  #text: string | undefined;
  #powered = true;
  #stop = new AbortController();
  #running: Promise<unknown> = Promise.resolve();
  #probe: DeviceProbe | undefined;
  #memory: Memory | undefined;

  get memory(): Memory {
    if (!this.#memory) throw new Error("not started");
    return this.#memory;
  }

  get probe(): DeviceProbe {
    if (!this.#probe) throw new Error("not started");
    return this.#probe;
  }

  wallMs(): number {
    return this.#wallBaseMs + this.clock.monoMs();
  }

  setWall(wallMs: number): void {
    this.#wallBaseMs = wallMs - this.clock.monoMs();
  }

  async start(withFeed = false): Promise<void> {
    const { clock } = this;
    const own: Clock = {
      wallMs: () => this.wallMs(),
      monoMs: () => clock.monoMs(),
      sleep: (ms, signal) => clock.sleep(ms, signal),
    };
    const log: Log = (_, event, fields) => void this.logged.push(`${event} ${JSON.stringify(fields ?? {})}`);
    this.#stop = new AbortController();
    this.#powered = true;
    this.#memory = await this.#open(own, log);
    this.#probe = createDeviceProbe({
      root: this.root,
      ...{ clock: own, log },
      run: (...asked) => this.run(...asked),
      statfs: () => Promise.resolve({ bsize: 4_096, bavail: this.freeBlocks }),
      storage: ["/data"],
      memory: this.#memory.device,
      feed: withFeed ? { path: this.feedPath, staleMs: 300_000, holdsCardData } : undefined,
      emit: (readings) => this.#see(readings),
    });
    this.#running = Promise.all([this.#memory.run(this.#stop.signal), this.#probe.run(this.#stop.signal)]);
    await this.pass(1);
  }

  async pass(seconds: number): Promise<void> {
    await this.clock.advance(seconds * 1_000);
    await turn();
  }

  /** When the maker's service wrote it, by the terminal's own clock. */
  dateFeed(ageS: number): void {
    const writtenS = this.wallMs() / 1_000 - ageS;
    utimesSync(this.feedPath, writtenS, writtenS);
  }

  /** What somebody else says: the payment application, the printer. */
  tell(signal: SignalId, value: Scalar): void {
    this.#see([reading(signal, value, this.clock.monoMs())]);
  }

  /** The agent is told to end. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** The terminal starts anew, `offS` later; only a normal restart lets the agent end in order. */
  async reboot(cause: RebootCause, { offS = 20, withFeed = false, feedAgeS = 0 } = {}): Promise<void> {
    this.#powered = cause === "normal";
    await this.stop();
    const wallMs = this.wallMs() + offS * 1_000;
    this.clock = new VirtualClock();
    this.setWall(wallMs);
    this.tree.reboot(cause);
    if (withFeed) this.dateFeed(feedAgeS);
    this.readings = [];
    await this.start(withFeed);
  }

  /** Newest reading: its value, or its quality where it has none. */
  now(signal: SignalId): Scalar | undefined {
    const newest = this.readings.findLast((each) => each.signal === signal);
    return newest && (newest.value ?? newest.quality);
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.root, { recursive: true, force: true });
  }

  #see(readings: readonly Reading[]): void {
    this.readings.push(...readings);
    this.#memory?.see(readings);
    this.#probe?.note(readings);
  }

  #open(clock: Clock, log: Log): Promise<Memory> {
    return openMemory({
      store: {
        read: () => Promise.resolve(this.#text === undefined ? undefined : decodeFile(this.#text)),
        write: (remembered) => {
          if (this.#powered) this.#text = encodeFile(remembered);
          this.writes += 1;
          return Promise.resolve(true);
        },
        counts: () => ({ written: this.writes, writtenBytes: 0, failed: 0, setAside: 0 }),
      },
      ...{ clock, log },
      emit: (readings) => this.#see(readings),
      terms: { planDay: 1, settleDays: 3 },
      plan: { planMb: undefined, activated: undefined },
      settings: "",
      systemBoot: "boot",
      reached: () => false,
      saveEveryMs: 900_000,
    });
  }
}
