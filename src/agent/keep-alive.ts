/**
 * What the agent does now and then: pets the watchdog, says how it is to systemd, reports what had to be dropped, and
 * publishes a set of cases that waits, and who the terminal is where that has changed.
 */
import type { Outbox } from "../outbox/outbox.ts";
import type { Brain } from "./brain.ts";
import type { IdentityNews } from "./identity-news.ts";
import type { Reporter } from "./reporter.ts";
import type { Site } from "./site.ts";

/** Well under half of the unit's WatchdogSec. */
const periodMs = 20_000;

export interface Kept {
  readonly outbox: Outbox;
  readonly brain: Brain;
  readonly reporter: Reporter;
  readonly identity: IdentityNews;
}

function summary({ outbox, brain }: Kept): string {
  const [first] = brain.diagnosis().verdicts;
  return `${first ? first.fault : "all is well"}, ${outbox.pendingCount()} records waiting`;
}

export async function keepAlive({ clock, notifier, start, stop }: Site, kept: Kept): Promise<void> {
  const fellBack = start?.view().source === "last_good" ? "runs with the last good configuration, " : "";
  while (!stop.aborted) {
    notifier.alive();
    notifier.status(`${fellBack}${summary(kept)}`);
    const dropped = kept.outbox.takeDropped();
    kept.reporter.refresh();
    kept.identity.refresh();
    if (dropped.length > 0) await kept.reporter.append("state", { kind: "dropped", dropped });
    await clock.sleep(periodMs, stop);
  }
}
