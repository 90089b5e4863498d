/**
 * Brings what waits in the outbox to the broker, for as long as it takes: connects, talks, and when the link is gone
 * waits longer and longer, with full jitter, so that a fleet does not come back in step.
 */
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Random } from "../base/random.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { type Accounts, createAccounts } from "./accounts.ts";
import { type Bell, createBell } from "./bell.ts";
import { type Board, createBoard, type UplinkStatus } from "./board.ts";
import type { Calendar } from "./data-use.ts";
import { createDial } from "./dial.ts";
import { isSilence } from "./failure.ts";
import { createKeepAlive, type KeepAlive } from "./keep-alive.ts";
import type { UplinkOptions } from "./options.ts";
import { createOutgoing, type Lane, type Outgoing } from "./outgoing.ts";
import { createReferral, type Referral } from "./referral.ts";
import { createRest, type Rest } from "./rest.ts";
import { type Downward, type Greetings, runSession } from "./session.ts";
import { topicOf } from "./topics.ts";
import { type Attempt, keepTrying } from "./trying.ts";
import { keepWriting, noFile, nothingRemembered, type Remembered, type UplinkFile } from "./uplink-memory.ts";
import { isAboutMoney } from "./urgency.ts";

export interface UplinkParts extends Greetings {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly options: UplinkOptions;
  /** Hears what comes on `down/cmd`, retained or not; without it nothing is subscribed there. It must not throw. */
  readonly onCommand?: ((command: Downward) => void) | undefined;
  /** Likewise of `down/hint`. */
  readonly onHint?: ((hint: Downward) => void) | undefined;
  /** Whether a fault is about money. Without it none is. */
  readonly isMoney?: ((fault: string) => boolean) | undefined;
  /** Without it nothing is remembered over a restart. */
  readonly memory?: UplinkMemory | undefined;
}

export interface UplinkMemory {
  readonly file: UplinkFile;
  readonly remembered: Remembered;
  readonly calendar: Calendar;
  /** Least time between two writes. */
  readonly everyMs: number;
}

export type { Downward, UplinkStatus };

export interface Uplink {
  /** Resolves after `stop` aborts, when the broker has been told that we go. */
  run(stop: AbortSignal): Promise<void>;
  /** The set of open faults is another now. */
  faultSetChanged(): void;
  /** Who the terminal is, is another thing now: the birth is sent anew. */
  birthChanged(): void;
  status(): UplinkStatus;
}

const forgetful: UplinkMemory = {
  file: noFile,
  remembered: nothingRemembered,
  calendar: { month: () => undefined, day: () => undefined },
  everyMs: 900_000,
};
const usualHistoryPerS = 5;

interface Boxes {
  readonly board: Board;
  readonly outgoing: Outgoing;
  readonly keepAlive: KeepAlive;
  readonly accounts: Accounts;
  readonly rest: Rest;
  readonly bells: Readonly<Record<Lane, Bell>>;
  /** What has changed and is to be said: the fault set, and who the terminal is. */
  readonly marks: Readonly<Record<"faultSet" | "birth", Mark>>;
  ring(): void;
}

function createBoxes({ options, clock, log, random, outbox }: UplinkParts, memory: UplinkMemory): Boxes {
  const bells = { live: createBell(), history: createBell() };
  const ring = () => {
    bells.live.ring();
    bells.history.ring();
  };
  const { ack, keepaliveS, historyPerS = usualHistoryPerS, monthBytes = 0, most = "full" } = options;
  const accounts = createAccounts({
    ...{ clock, calendar: memory.calendar, restored: memory.remembered.use },
    terms: { budgetBytes: monthBytes, most },
    onTurn: (standing) => {
      log("notice", "uplink.data_rung", { ...standing });
      ring();
    },
  });
  return {
    marks: { faultSet: createMark(ring), birth: createMark(ring) },
    ...{ bells, ring, accounts, board: createBoard(clock) },
    outgoing: createOutgoing({ outbox, clock, ack, historyPerS }),
    keepAlive: createKeepAlive(keepaliveS, memory.remembered.keepaliveS),
    rest: createRest({ clock, random, rung: () => accounts.standing().rung }),
  };
}

/** One connection, from dialling to its end. */
function createAttempt(parts: UplinkParts, boxes: Boxes, referral: Referral): Attempt {
  const { clock, options, alive } = parts;
  const { board, keepAlive, accounts, marks } = boxes;
  const { count, account } = accounts;
  const dial = createDial({ options, clock, count, url: () => referral.url(clock.monoMs()), alive });
  const talk = {
    ...{ ...parts, ...boxes, greetings: parts, account },
    ...{ takeFaultSetChange: marks.faultSet.take, takeBirthChange: marks.birth.take },
    ...{ rung: () => accounts.standing().rung, onGreeted: board.greeted, onSent: board.sent },
  };
  return async (stop) => {
    const session = board.nextSession();
    const result = await dial(session, stop);
    keepAlive.dialled(result.kind === "open");
    if (result.kind === "failed") return result.failure;
    board.change({ protocol: result.version === 5 ? "5" : "3.1.1" });
    referral.opened();
    const failure = await runSession({ ...talk, link: result.link, session }, stop);
    if (failure && isSilence(failure)) keepAlive.silent();
    return failure;
  };
}

/** CONFIG_INVALID when tenant or serial cannot be part of a topic. */
export function createUplink(parts: UplinkParts): Uplink {
  topicOf(parts.options, "state/alive");
  const { options, clock, outbox, memory = forgetful } = parts;
  const boxes = createBoxes(parts, memory);
  const { board, outgoing, keepAlive, accounts, rest } = boxes;
  const referral = createReferral(options.url);
  const attempt = createAttempt(parts, boxes, referral);
  const content = () => ({ use: accounts.kept(), keepaliveS: keepAlive.seconds });
  outbox.onAppend((record) => {
    outgoing.appended(record);
    if (rest.isDue() && isAboutMoney(outbox.get(record), parts.isMoney)) rest.end();
    boxes.ring();
  });
  return {
    status: () => ({ ...board.status(), keepaliveS: keepAlive.seconds, data: accounts.view() }),
    faultSetChanged: boxes.marks.faultSet.set,
    birthChanged: boxes.marks.birth.set,
    run: async (stop) => {
      const ended = new AbortController();
      const writing = keepWriting(memory.file, content, { clock, everyMs: memory.everyMs, stop: ended.signal });
      await keepTrying({ ...parts, board, referral, rest, attempt }, stop);
      board.change({ state: "off" });
      ended.abort();
      await writing;
    },
  };
}

interface Mark {
  set(): void;
  take(): boolean;
}

/** Remembers that something changed until somebody asks. */
function createMark(ring: () => void): Mark {
  let changed = false;
  return {
    set: () => {
      changed = true;
      ring();
    },
    take: () => {
      const was = changed;
      changed = false;
      return was;
    },
  };
}
