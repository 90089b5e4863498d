/** What the routes are made of. */
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { TextBook } from "../faults/text.ts";
import type { Store } from "../store/store.ts";
import type { Accounts } from "./accounts.ts";
import type { Assets } from "./assets.ts";
import type { CommandDesk } from "./command-desk.ts";
import type { Guard } from "./guard.ts";
import type { IncidentDetails } from "./incident-details.ts";
import type { Live } from "./live.ts";
import type { Overview } from "./overview.ts";
import type { Sessions } from "./sessions.ts";
import type { Trail } from "./trail.ts";

export interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly texts: TextBook;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly trail: Trail;
  readonly guard: Guard;
  readonly desk: CommandDesk;
  readonly overview: Overview;
  readonly details: IncidentDetails;
  readonly live: Live;
  readonly assets: Assets;
  /** Cookies are for TLS only. */
  readonly secure: boolean;
  /** Printed at the start while there is no account; with it the first one is made. */
  readonly setupToken: string | undefined;
  readonly metrics: MetricsAccess;
  /** Pages are no longer told of changes. */
  readonly stop: AbortSignal;
}

export interface MetricsAccess {
  /** Undefined: only from this machine. */
  readonly token: string | undefined;
  /** Everybody seems to come from this machine when a proxy on it stands in front: then only with the token. */
  readonly fromLoopback: boolean;
}
