/**
 * Brings what waits in the outbox to the broker, for as long as it takes: connects, talks, and when the link is gone
 * waits longer and longer, with full jitter, so that a fleet does not come back in step.
 */
import { createBackoff } from "../base/backoff.ts";
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Random } from "../base/random.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { type Bell, createBell } from "./bell.ts";
import { createDial } from "./dial.ts";
import type { LinkFailure, LinkFailureKind } from "./failure.ts";
import type { UplinkOptions } from "./options.ts";
import { createOutgoing } from "./outgoing.ts";
import { type Greetings, runSession } from "./session.ts";
import { topicOf } from "./topics.ts";

export interface UplinkParts extends Greetings {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly options: UplinkOptions;
}

export interface UplinkStatus {
  readonly state: "off" | "connecting" | "connected" | "waiting";
  /** Monotonic milliseconds since when. */
  readonly sinceMs: number;
  /** Kind and code of the newest failure, kept until a connection has said who we are. */
  readonly lastError: LinkFailureKind | undefined;
  readonly lastCode: string | undefined;
  /** Of the present or last connection. */
  readonly protocol: "5" | "3.1.1" | undefined;
  /** Number of the present or last connection; rises. */
  readonly session: number;
  /** Records that the broker took, and that it refused, since the start. */
  readonly sent: number;
  readonly refused: number;
}

export interface Uplink {
  /** Resolves after `stop` aborts, when the broker has been told that we go. */
  run(stop: AbortSignal): Promise<void>;
  /** The set of open faults is another now. */
  faultSetChanged(): void;
  status(): UplinkStatus;
}

/** A connection that lasted as long was a success, and the next wait is short again. */
const stableMs = 60_000;
const firstJitterMs = 1_000;
/** A busy or missing broker; and one that does not want us, which asking more often will not change. */
const networkWait = { floorMs: 1_000, firstMs: 2_000, limitMs: 300_000 };
const refusalWait = { floorMs: 15_000, firstMs: 30_000, limitMs: 300_000 };
const refusals: readonly LinkFailureKind[] = ["authentication", "quota", "taken_over"];

/** CONFIG_INVALID when tenant or serial cannot be part of a topic. */
export function createUplink(parts: UplinkParts): Uplink {
  topicOf(parts.options, "state/alive");
  const bell = createBell();
  const board = createBoard(parts.clock);
  const mark = createMark(bell);
  const outgoing = createOutgoing(parts.outbox, parts.clock, parts.options.ack);
  const dial = createDial(parts);

  /** One connection, from dialling to its end. */
  async function attempt(stop: AbortSignal): Promise<LinkFailure | undefined> {
    const session = board.nextSession(parts.clock);
    const result = await dial(session, stop);
    if (result.kind === "failed") return result.failure;
    board.change({ protocol: result.version === 5 ? "5" : "3.1.1" });
    const talk = { link: result.link, session, greetings: parts, outgoing, bell, takeFaultSetChange: mark.take };
    return runSession({ ...parts, ...talk, onGreeted: board.greeted, onSent: board.sent }, stop);
  }

  return {
    status: board.status,
    faultSetChanged: mark.set,
    run: async (stop) => {
      const leave = parts.outbox.onAppend((id) => {
        outgoing.appended(id);
        bell.ring();
      });
      await keepTrying(parts, attempt, { board, stop });
      leave();
      board.change({ state: "off" });
    },
  };
}

interface Trying {
  readonly board: Board;
  readonly stop: AbortSignal;
}

async function keepTrying(
  { clock, random, log }: UplinkParts,
  attempt: (stop: AbortSignal) => Promise<LinkFailure | undefined>,
  { board, stop }: Trying,
): Promise<void> {
  const network = createBackoff(networkWait, random);
  const refusal = createBackoff(refusalWait, random);
  await clock.sleep(random() * firstJitterMs, stop);
  while (!stop.aborted) {
    const startedMs = clock.monoMs();
    const failure = await attempt(stop);
    if (!failure || stop.aborted) return;
    const wait = refusals.includes(failure.kind) ? refusal : network;
    if (clock.monoMs() - startedMs >= stableMs) for (const each of [network, refusal]) each.reset();
    board.change({ state: "waiting", lastError: failure.kind, lastCode: failure.code });
    log("notice", "uplink.down", { kind: failure.kind, code: failure.code });
    await clock.sleep(wait.next(), stop);
  }
}

/** Remembers that the fault set changed until somebody asks. */
function createMark(bell: Bell): { set(): void; take(): boolean } {
  let changed = false;
  return {
    set: () => {
      changed = true;
      bell.ring();
    },
    take: () => {
      const was = changed;
      changed = false;
      return was;
    },
  };
}

interface Board {
  status(): UplinkStatus;
  change(news: Partial<UplinkStatus>): void;
  /** Rises with every connection, also over a restart, as long as the wall clock does. */
  nextSession(clock: Clock): number;
  greeted(): void;
  sent(outcome: "acked" | "refused"): void;
}

function createBoard(clock: Clock): Board {
  const nothing = { lastError: undefined, lastCode: undefined, protocol: undefined, session: 0, sent: 0, refused: 0 };
  let status: UplinkStatus = { state: "off", sinceMs: clock.monoMs(), ...nothing };
  const change = (news: Partial<UplinkStatus>) => {
    const sinceMs = news.state && news.state !== status.state ? clock.monoMs() : status.sinceMs;
    status = { ...status, ...news, sinceMs };
  };
  return {
    change,
    status: () => status,
    nextSession: ({ wallMs }) => {
      const session = Math.max(status.session + 1, Math.floor(wallMs() / 1000));
      change({ state: "connecting", session });
      return session;
    },
    greeted: () => change({ state: "connected", lastError: undefined, lastCode: undefined }),
    sent: (outcome) => change(outcome === "acked" ? { sent: status.sent + 1 } : { refused: status.refused + 1 }),
  };
}
