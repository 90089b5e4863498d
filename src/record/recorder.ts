/**
 * Writes down what the thinker sees and when it thinks, so that the same can be thought again elsewhere. Bounded: a file that
 * is full is set aside once and a new one begun, which starts with the newest reading of each signal.
 */
import type { Log } from "../base/log.ts";
import type { CardDataGuard } from "../card-data/guard.ts";
import type { CaseEvent } from "../model/case.ts";
import type { WayKind } from "../model/catalogue.ts";
import type { Reading } from "../model/reading.ts";
import { wayOf } from "../model/way.ts";
import type { Thinker } from "../think.ts";
import { type Circumstances, headerLine, lostLine, readingLine, thoughtLine } from "./lines.ts";
import { createRecordFile, type RecordFile } from "./record-file.ts";

export interface RecorderOptions {
  readonly path: string;
  /** Of one file; two are kept. */
  readonly maxBytes: number;
  readonly circumstances: Circumstances;
  readonly cardData: CardDataGuard;
  readonly log: Log;
}

export interface Recorder {
  /** In the order in which the thinker takes them. */
  see(reading: Reading): void;
  thought(nowMs: number, events: readonly CaseEvent[]): void;
  /** Resolves when all is written, or lost. */
  settled(): Promise<void>;
  /** Lines that were not written since the agent started: for want of room, or because they may hold card data. */
  readonly lost: number;
}

/** What a part begins with beside its number. */
interface Carried {
  readonly newest: ReadonlyMap<string, Reading>;
  readonly way: WayKind | undefined;
}

/** The parts of a recording: writes lines, and begins a new part when one is full. */
function createParts({ maxBytes, circumstances }: RecorderOptions, file: RecordFile, carried: () => Carried) {
  let [part, bytes, lines] = [0, 0, 0];
  /** Lines of the part that is set aside, and of all before it. */
  let [setAside, gone] = [0, 0];

  function put(line: string): boolean {
    if (!file.append(line)) return false;
    bytes += Buffer.byteLength(line) + 1;
    lines += 1;
    return true;
  }

  function begin(): void {
    gone += setAside;
    setAside = lines;
    part += 1;
    [bytes, lines] = [0, 0];
    const { newest, way } = carried();
    file.begin();
    put(headerLine({ ...circumstances, part, gone, carried: newest.size, way }));
    for (const reading of newest.values()) put(readingLine(reading));
  }

  begin();
  return {
    /** False when the line was given up. */
    write: (line: string): boolean => {
      const written = put(line);
      if (bytes > maxBytes) begin();
      return written;
    },
  };
}

export function createRecorder(options: RecorderOptions): Recorder {
  const { path, cardData, log } = options;
  const file = createRecordFile(path, log);
  const newest = new Map<string, Reading>();
  let way: WayKind | undefined;
  /** Of all lines, and of those that no line tells of yet. */
  let [lost, untold] = [0, 0];
  const parts = createParts(options, file, () => ({ newest, way }));

  /** What got lost is told before what comes after it. */
  function put(line: string, isClean: boolean): void {
    const count = file.takeLost() + (isClean ? 0 : 1);
    if (count > 0 && lost === 0) log("warning", "record.lost", { count });
    lost += count;
    untold += count;
    if (untold > 0 && parts.write(lostLine(untold))) untold = 0;
    if (isClean) parts.write(line);
  }

  return {
    see: (reading) => {
      const isClean = typeof reading.value !== "string" || cardData.passes("record", { value: reading.value });
      put(readingLine(reading), isClean);
      if (isClean) newest.set(reading.signal, reading);
      if (reading.signal === "net.default_iface") way = wayOf(reading.value) ?? way;
    },
    thought: (nowMs, events) => {
      put(thoughtLine(nowMs, events), events.length === 0 || cardData.passes("record", { events }));
    },
    settled: file.settled,
    get lost() {
      return lost;
    },
  };
}

/** The same thinker, with everything that it sees and thinks written down. */
export function recorded(thinker: Thinker, recorder: Recorder): Thinker {
  return {
    ...thinker,
    see: (readings) => {
      // As the thinker orders them, so that they can be seen one by one again.
      const ordered = readings.toSorted((a, b) => a.atMs - b.atMs);
      for (const reading of ordered) recorder.see(reading);
      thinker.see(ordered);
    },
    think: (nowMs) => {
      const thought = thinker.think(nowMs);
      recorder.thought(nowMs, thought.events);
      return thought;
    },
  };
}
