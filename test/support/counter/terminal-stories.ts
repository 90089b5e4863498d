/** The money, the printer, the PIN pad, power, heat, storage, and what became of a change. */
import type { State } from "../stories.ts";
import { type CounterStory, fine, paid, served } from "./story.ts";

const approved = fine("c1");
const unprinted = { ...approved, "txn.receipt_printed": false };
const erring = { "txn.hindrance": "application_error", "txn.outcome": "aborted" };
/** Sensors are looked at again and again. */
const polled = (state: State): State[] => [state, state, state];
const times = <T>(count: number, step: T): T[] => Array.from({ length: count }, () => step);

export const terminalStories: readonly CounterStory[] = [
  ["approved, no slip", [unprinted], "txn.approved_not_printed"],
  ["approved, no slip, reprinted", [unprinted, { "txn.receipt_printed": true }], undefined],
  [
    "declined, no slip",
    [served("c2"), { ...paid("c1", "51"), "txn.receipt_printed": false }],
    "issuer.insufficient_funds",
  ],
  [
    "sent, reversal to be sent",
    [{ "txn.outcome": "timeout", "txn.reversal_state": "pending" }],
    "txn.reversal_pending",
  ],
  ["reversed", [{ "txn.reversal_state": "pending" }, { "txn.reversal_state": "ok" }], "txn.reversal_ok"],
  [
    "not reversed after three tries",
    [{ "txn.reversal_state": "pending" }, { "txn.reversal_state": "failed" }],
    "txn.reversal_failed",
  ],
  ["the host is still working on it", [paid("c1", "09")], "txn.state_unknown"],
  [
    "approved twice for one purchase",
    [fine("c1", { "txn.amount_fen": 8_800 }), fine("c1", { "txn.amount_fen": 8_800 })],
    "txn.duplicate_charge_risk",
  ],
  [
    "two purchases of one card",
    [fine("c1", { "txn.amount_fen": 8_800 }), fine("c1", { "txn.amount_fen": 1_200 })],
    undefined,
  ],
  ["paper out", [fine("c1"), { "printer.state": "paper_out" }, { "printer.state": "paper_out" }], "printer.paper_out"],
  ["paper low", [fine("c1"), { "printer.state": "paper_low" }], undefined],
  ["jam", [{ "printer.state": "jam" }], "printer.paper_jam"],
  ["cover open", [{ "printer.state": "cover_open" }], "printer.cover_open"],
  ["printer hot", [{ "printer.state": "ok" }, { "printer.state": "overheat" }], "printer.overheat"],
  ["printer starved", [{ "printer.state": "low_voltage" }], "printer.low_voltage_block"],
  ["printer dead", [{ "printer.state": "fault" }], "printer.fault"],
  ["PIN pad silent", [{ "key.pinpad": "no_answer" }], "device.pinpad_fault"],
  ["PIN pad without a key", [{ "key.pinpad": "no_key" }], "key.not_injected"],
  ["tampered", [{ "device.tamper": "triggered" }], "device.tamper_locked"],
  ["a key that sticks", [{ "device.keypad_stuck_key": true }], "device.keypad_fault"],
  ["the self-test fails", [{ "device.self_test": "fail:sensor" }], "device.hardware_fault"],
  ["storage full", polled({ "device.storage_free_mb": 12 }), "device.storage_full"],
  ["battery low", polled({ "power.battery_pct": 7, "power.source": "battery" }), "power.battery_low"],
  [
    "battery worn",
    polled({ "power.battery_health": "poor", "power.battery_cycles": 900, "power.battery_pct": 60 }),
    "power.battery_degraded",
  ],
  ["mains come and go", polled({ "power.mains_losses_24h": 9, "power.source": "mains" }), "power.mains_unstable"],
  [
    "unplugged and off",
    polled({ "power.mains_losses_24h": 1, "power.source": "battery", "device.reboot_reason": "power_loss" }),
    "power.supply_interrupted",
  ],
  ["a weak adapter", polled({ "power.adapter_mv": 4_100, "power.charging": true }), "power.adapter_mismatch"],
  [
    "dies while it prints",
    [
      {
        "power.brownout_resets_24h": 3,
        "printer.job": "partial",
        "device.reboot_reason": "power_loss",
        "power.adapter_mv_min_under_load": 3_900,
      },
    ],
    "power.brownout_under_load",
  ],
  ["hot", polled({ "power.temp_c": 55 }), "env.temp_high"],
  ["cold", polled({ "power.temp_c": -8 }), "env.temp_low"],
  ["watchdog", polled({ "device.reboot_reason": "watchdog", "device.crash_reboots_24h": 3 }), "sw.crash"],
  [
    "the kernel panics again and again",
    polled({ "device.reboot_reason": "panic", "device.crash_reboots_24h": 4 }),
    "sw.os_fault",
  ],
  ["the application errs", [fine("c1"), erring, fine("c2"), erring], "sw.app_bug"],
  [
    "the application errs since its update",
    [...times(20, fine("c1")), { "sw.app_version_changed_h": 0.01 }, ...times(10, erring)],
    "sw.app_incompatible",
  ],
  [
    "the application errs since the system's update",
    [...times(20, fine("c1")), { "sw.os_version_changed_h": 0.01 }, ...times(10, erring)],
    "sw.os_incompatible",
  ],
  [
    "updated, and all is well",
    [...times(20, fine("c1")), { "sw.app_version_changed_h": 0.01 }, ...times(10, fine("c2"))],
    undefined,
  ],
  ["too old", [{ "sw.app_too_old": true }], "sw.version_too_old"],
  [
    "moved and locked",
    [{ "device.geo_shift_km": 310 }, { "txn.hindrance": "place_not_allowed", "txn.outcome": "aborted" }],
    "terminal.geofence_blocked",
  ],
];
