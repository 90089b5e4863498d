/** Whether systemd starts the agent, keeps it running, and keeps it in its sandbox. */
import { createFinder, type Finding } from "../finding.ts";
import type { Check, Place } from "../place.ts";
import { askExposure, type ServiceState } from "../service-state.ts";

const find = createFinder("service");

/** A terminal that was updated or configured anew has a few. */
const manyRestarts = 5;
/** The unit that we ship has less than 2; a sandbox with a hole or two for a security module less than 4. */
const weakFrom = 4;

/** Pure. `exposure`: by systemd-analyze security. */
export function judgeService(service: ServiceState | undefined, exposure: number | undefined): Finding {
  if (!service) return find("none");
  if (!service.there) return find("missing");
  const { state, enabled, restarts, result, status, watchdogS } = service;
  const values = { state, enabled, restarts, result, status, watchdog_s: watchdogS, exposure: exposure ?? "?" };
  if (!service.active) return find("down", { values });
  if (restarts >= manyRestarts) return find("restless", { values });
  if (enabled === "disabled" || enabled === "masked") return find("disabled", { values });
  return find(exposure !== undefined && exposure >= weakFrom ? "exposed" : "ok", { values });
}

export const serviceCheck: Check = {
  id: "service",
  limitMs: 8_000,
  look: async (place: Place) => {
    const service = await place.service;
    return judgeService(service, service?.there ? await askExposure(place.run) : undefined);
  },
};
