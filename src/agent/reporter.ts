/**
 * Case events → records in the outbox, and the set of open cases for everybody who joins later. Appends are made one
 * after the other, so that records are numbered in the order in which things happened.
 */
import type { Notice } from "../alarms/telling.ts";
import type { Clock } from "../base/clock.ts";
import { isAgentError } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import type { CardDataGuard } from "../card-data/guard.ts";
import type { Case, CaseEvent } from "../model/case.ts";
import type { Standing } from "../model/data-use.ts";
import type { Reading } from "../model/reading.ts";
import type { Body, ClockQuality, FaultSet, RecordClass, Report, Stamp } from "../model/record.ts";
import type { Outbox, RecordId } from "../outbox/outbox.ts";
import { encodeReport } from "../report/encode.ts";
import type { Thought } from "../think.ts";
import { createIndecision } from "./indecision.ts";
import { createSetNews } from "./set-news.ts";
import { snapshotOf } from "./snapshot.ts";

/** Records that may wait for the disk before new ones are given up. */
const mostWaiting = 64;

export interface ReporterOptions {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly log: Log;
  readonly cardData: CardDataGuard;
  clockQuality(): ClockQuality;
  /** How much is sent now, and why. */
  standing?(): Standing;
  /** The open cases now. */
  cases(): readonly Case[];
  /** The newest reading of every signal. */
  newest(): readonly Reading[];
  /** The set of open cases has changed, and what is told of it is on disk. */
  onFaultSet(): void;
}

export interface Reporter {
  /** Publishes the set when the terminal has been unable to choose between causes for a while, and when it no longer is. */
  see(thought: Thought): void;
  /** Logs what became of cases, and reports what support is to be told of. */
  tell(notices: readonly Notice[]): void;
  /** Resolves to whether it is on disk. */
  append(recordClass: RecordClass, body: Body): Promise<boolean>;
  faultSet(): FaultSet;
  /** To be called now and then: publishes the set where it waits for that. */
  refresh(): void;
  /** Resolves when everything told so far is on disk or has failed. */
  settled(): Promise<void>;
  /** Records given up because the disk failed or did not keep up. */
  readonly lost: number;
}

/** Runs one task after the other; gives up those that would wait behind too many, and counts them. */
function createLine(lose: () => void) {
  let chain: Promise<boolean> = Promise.resolve(true);
  let waiting = 0;
  return {
    settled: async () => {
      await chain;
    },
    run: (task: () => Promise<boolean>): Promise<boolean> => {
      if (waiting >= mostWaiting) {
        lose();
        return Promise.resolve(false);
      }
      waiting += 1;
      chain = chain.then(task).finally(() => {
        waiting -= 1;
      });
      return chain;
    },
  };
}

function note({ event, isTold }: Notice, log: Log): void {
  const { fault, probability } = event.case.verdict;
  const withheld = isTold ? {} : { withheld: true };
  log("notice", `case_${event.kind}`, { case: event.case.id, fault, probability, ...withheld });
}

function stampOf(id: RecordId, { clock, clockQuality }: Pick<ReporterOptions, "clock" | "clockQuality">): Stamp {
  return { ...id, wallMs: clock.wallMs(), monoMs: clock.monoMs(), clock: clockQuality() };
}

function reportOf(id: RecordId, body: Body, options: ReporterOptions): Report {
  return { stamp: stampOf(id, options), body, standing: options.standing?.() };
}

function createNews({ clock, cases, onFaultSet }: ReporterOptions) {
  const indecision = createIndecision();
  const news = createSetNews({ clock, cases, unsure: () => indecision.now(clock.monoMs()), publish: onFaultSet });
  const see = ({ diagnosis, events }: Thought): void => {
    indecision.note(
      diagnosis,
      events.some(({ kind }) => kind !== "closed"),
    );
    // What became of cases is told with the set in a moment.
    if (events.length === 0) news.refresh();
  };
  return { news, see };
}

export function createReporter(options: ReporterOptions): Reporter {
  const { outbox, log } = options;
  const { boot, nextSeq } = outbox.position();
  let covers: RecordId = { boot, seq: nextSeq - 1 };
  let lost = 0;
  const { news, see } = createNews(options);
  const line = createLine(() => {
    lost += 1;
  });

  async function put(recordClass: RecordClass, body: Body): Promise<boolean> {
    try {
      const tells = body.kind === "dropped" ? "drops" : "nothing";
      covers = await outbox.append(recordClass, (id) => encodeReport(reportOf(id, body, options)), tells);
      return true;
    } catch (error) {
      if (!isAgentError(error)) throw error;
      // The disk is full or gone: the diagnosis goes on, the record is counted as lost.
      lost += 1;
      if (error.code === "CARD_DATA") options.cardData.count("record");
      log("error", "record_lost", { class: recordClass, code: error.code });
      return false;
    }
  }

  const append = (recordClass: RecordClass, body: Body) => line.run(() => put(recordClass, body));

  async function tellAll(notices: readonly Notice[]): Promise<void> {
    // What else was measured matters when the case is new; repeating it would double every report.
    const newest = options.newest();
    const snapshot = ({ kind, case: told }: CaseEvent) =>
      kind === "opened" ? snapshotOf(told.verdict.fault, newest) : [];
    const told = notices.filter(({ isTold }) => isTold);
    news.changed();
    await Promise.all(
      told.map(({ event, recurrence }) =>
        append("fault", { kind: "case", event, snapshot: snapshot(event), recurrence }),
      ),
    );
    if (told.length > 0) news.publish();
  }

  return {
    tell: (notices) => {
      for (const notice of notices) note(notice, log);
      void tellAll(notices);
    },
    append,
    faultSet: () => ({ boot: covers.boot, coversSeq: covers.seq, cases: options.cases(), ...news.said() }),
    ...{ see, refresh: news.refresh, settled: line.settled },
    get lost() {
      return lost;
    },
  };
}
