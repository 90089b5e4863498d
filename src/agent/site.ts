/** Everything outside that the agent is given: its configuration and the ports to time, chance, the log and systemd. */
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Notifier } from "../base/notify.ts";
import type { Random } from "../base/random.ts";
import type { CardDataGuard } from "../card-data/guard.ts";
import type { Config } from "../config/config.ts";
import type { Roots } from "../modem/ports.ts";
import type { RemoteSettings } from "./remote-settings.ts";
import type { StartConfiguration } from "./start-configuration.ts";

export interface Site {
  readonly config: Config;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The newest lines of the log, oldest first. */
  readonly logTail?: () => readonly string[];
  /** At every way out. */
  readonly cardData: CardDataGuard;
  readonly notifier: Notifier;
  /** What support has set from afar; undefined where it may not. */
  readonly settings?: RemoteSettings | undefined;
  /** Where the configuration comes from; undefined where nothing is kept to go back to. */
  readonly start?: StartConfiguration;
  readonly version: string;
  /** Where the modem is looked for; this machine when nothing is said. */
  readonly roots?: Roots;
  /** Aborts when the agent is to end. */
  readonly stop: AbortSignal;
}
