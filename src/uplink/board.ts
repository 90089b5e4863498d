/** How the uplink is, as whoever asks is told. */
import type { Clock } from "../base/clock.ts";
import type { DataUse } from "../model/data-use.ts";
import type { LinkFailureKind } from "./failure.ts";

export interface UplinkStatus {
  /** `resting`: nothing is to be said before the next day, for want of data. */
  readonly state: "off" | "connecting" | "connected" | "waiting" | "resting";
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
  /** Longest silence between pings that is tried now. */
  readonly keepaliveS: number;
  readonly data: DataUse;
}

type Told = Omit<UplinkStatus, "keepaliveS" | "data">;

export interface Board {
  status(): Told;
  change(news: Partial<Told>): void;
  /** Rises with every connection, also over a restart, as long as the wall clock does. */
  nextSession(): number;
  greeted(): void;
  sent(outcome: "acked" | "refused"): void;
}

/** The session's number is of 32 bits, and a clock may be anywhere. */
const lastSession = 4_294_967_295;

export function createBoard(clock: Clock): Board {
  const nothing = { lastError: undefined, lastCode: undefined, protocol: undefined, session: 0, sent: 0, refused: 0 };
  let status: Told = { state: "off", sinceMs: clock.monoMs(), ...nothing };
  const change = (news: Partial<Told>) => {
    const sinceMs = news.state && news.state !== status.state ? clock.monoMs() : status.sinceMs;
    status = { ...status, ...news, sinceMs };
  };
  return {
    change,
    status: () => status,
    nextSession: () => {
      const session = Math.min(lastSession, Math.max(status.session + 1, Math.floor(clock.wallMs() / 1000)));
      change({ state: "connecting", session });
      return session;
    },
    greeted: () => change({ state: "connected", lastError: undefined, lastCode: undefined }),
    sent: (outcome) => change(outcome === "acked" ? { sent: status.sent + 1 } : { refused: status.refused + 1 }),
  };
}
