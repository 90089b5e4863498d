/** What there is of a simulated terminal while it is on. */
import type { Brain } from "../../src/agent/brain.ts";
import type { MeasureBook } from "../../src/agent/measures.ts";
import type { Reporter } from "../../src/agent/reporter.ts";
import type { Alarms } from "../../src/alarms/alarms.ts";
import type { Clock } from "../../src/base/clock.ts";
import type { Outbox } from "../../src/outbox/outbox.ts";
import type { NetworkProbe } from "../../src/probes/network.ts";
import type { Thinker } from "../../src/think.ts";
import type { Uplink } from "../../src/uplink/uplink.ts";
import type { Ear } from "./ear.ts";

export interface BootParts {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly thinker: Thinker;
  readonly alarms: Alarms;
  readonly reporter: Reporter;
  readonly brain: Brain;
  readonly uplink: Uplink;
  readonly network: NetworkProbe;
  readonly measures: MeasureBook;
  readonly ear: Ear | undefined;
}
