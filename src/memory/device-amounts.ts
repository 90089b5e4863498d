/** What is remembered of the terminal's own body, in the vocabulary of the signals. */
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import { type DeviceHistory, wallSeconds } from "./device-history.ts";
import type { Moment } from "./recollection.ts";

type Amounts = Readonly<Partial<Record<SignalId, Scalar | undefined>>>;

/** Why it started is news for so long after the start; later starts of the agent alone do not bring it up again. */
const newsMs = 3_600_000;

function ofRestarts(history: DeviceHistory, wallS: number | undefined, upMs: number): Amounts {
  const { run } = history;
  if (!run) return {};
  return {
    "device.reboot_reason": upMs < newsMs ? run.cause : undefined,
    "device.crash_reboots_24h": history.crashReboots(wallS),
    "power.brownout_resets_24h": history.brownoutResets(wallS),
    "clock.rtc_reset": run.rtcReset ?? undefined,
  };
}

/** Swipes are what is counted where successes are not (Landi's Magcard.SWIPE_COUNT). */
function magReads({ totals }: DeviceHistory, wallS: number | undefined): number | undefined {
  const [swipes, failed] = [totals.grown("mag_swipes", wallS), totals.grown("mag_fail", wallS)];
  return swipes === undefined || failed === undefined ? undefined : Math.max(0, swipes - failed);
}

function ofTotals(history: DeviceHistory, wallS: number | undefined): Amounts {
  const { totals } = history;
  return {
    "reader.icc_powerup_ok_24h": totals.grown("icc_powerup_ok", wallS),
    "reader.icc_powerup_fail_24h": totals.grown("icc_powerup_fail", wallS),
    "reader.mag_ok_24h": totals.grown("mag_ok", wallS) ?? magReads(history, wallS),
    "reader.mag_fail_24h": totals.grown("mag_fail", wallS),
    "reader.nfc_ok_24h": totals.grown("nfc_ok", wallS),
    "reader.nfc_fail_24h": totals.grown("nfc_fail", wallS),
    "sw.app_crash_24h": totals.grown("app_crashes", wallS),
    "sw.anr_24h": totals.grown("anrs", wallS),
  };
}

export function ofDevice(history: DeviceHistory, { wallMs, monoMs }: Moment): Amounts {
  const wallS = wallSeconds(wallMs);
  return {
    ...ofRestarts(history, wallS, monoMs),
    ...ofTotals(history, wallS),
    "power.mains_losses_24h": history.knowsSource ? history.losses.count(wallS) : undefined,
    "sw.app_version_changed_h": history.versions.app.changedHours(wallS),
    "sw.os_version_changed_h": history.versions.os.changedHours(wallS),
    "sw.param_changed_h": history.versions.params.changedHours(wallS),
  };
}
