/** What the terminal shows of itself: printer, PIN pad, power, heat, storage, programs, restarts. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import type { SignalId } from "../../model/signal.ts";
import type { Scalar } from "../../model/signal-shape.ts";

const state = (signal: SignalId, leak: number, ...is: readonly Scalar[]) =>
  ({ when: { signal, is }, class: "state", leak }) as const;
/** Whoever says so knows, and somebody stands there with it. */
const told = (signal: SignalId, leak: number, ...is: readonly Scalar[]) =>
  ({ when: { signal, is }, class: "told", leak, complaint: true }) as const;
const failedPart = (...is: readonly Scalar[]) => told("compare.self_test", 1e-5, ...is);
/** `limit`, and with hysteresis the value at which it is over. */
const above = (signal: SignalId, [limit, until = limit]: readonly [number, number?], leak: number) =>
  ({ when: { signal, above: limit, until }, class: "state", leak }) as const;
const below = (signal: SignalId, [limit, until = limit]: readonly [number, number?], leak: number) =>
  ({ when: { signal, below: limit, until }, class: "state", leak }) as const;
const hindered = (...is: readonly Scalar[]) =>
  ({ when: { signal: "compare.hindrance", is }, class: "answer", leak: 2e-5, complaint: true }) as const;
/** Seen now and then, and not undone by a look that shows nothing. */
const event = (when: ObservationDefinition["when"], leak: number) =>
  ({ when, class: "told", leak, votes: true }) as const;

export const terminalObservations = {
  printer_faulty: told("printer.state", 1e-5, "fault"),
  paper_out: told("printer.state", 1e-5, "paper_out"),
  paper_jammed: told("printer.state", 1e-5, "jam"),
  cover_open: told("printer.state", 1e-5, "cover_open"),
  printer_starved: told("printer.state", 1e-5, "low_voltage"),
  printed_half: {
    when: { signal: "printer.job", is: ["partial"], unknown: ["failed"] },
    class: "stat",
    leak: 5e-4,
    complaint: true,
  },
  pinpad_dead: {
    when: {
      any: [
        { signal: "key.pinpad", is: ["no_answer", "fault"] },
        { signal: "compare.pinpad_error", is: [true] },
        { signal: "compare.hindrance", is: ["pinpad_failed"] },
      ],
    },
    class: "told",
    leak: 1e-5,
    complaint: true,
  },
  pinpad_locked: told("key.pinpad", 1e-5, "locked"),
  reader_gone: state("reader.status", 1e-4, "not_present"),
  reader_failed: failedPart("reader"),
  icc_failed: failedPart("icc"),
  mag_failed: failedPart("mag"),
  nfc_failed: failedPart("nfc"),
  battery_failed: failedPart("battery"),
  clock_failed: failedPart("clock"),
  controller_failed: failedPart("controller"),
  keypad_failed: failedPart("keypad"),
  display_failed: failedPart("display"),
  pinpad_failed: failedPart("pinpad"),
  printer_failed: failedPart("printer"),
  modem_failed: failedPart("modem"),
  part_failed: failedPart("other"),
  screen_bad: told("device.display", 1e-5, "fault"),
  tampered: told("device.tamper", 1e-5, "triggered"),
  storage_low: below("device.storage_free_mb", [50, 80], 2e-5),
  storage_said_full: hindered("storage_full"),
  memory_low: below("device.mem_free_mb", [32, 48], 0.01),
  rebooted_by_watchdog: event({ signal: "device.reboot_reason", is: ["watchdog"] }, 3e-5),
  rebooted_by_panic: event({ signal: "device.reboot_reason", is: ["panic"] }, 3e-5),
  rebooted_without_power: event({ signal: "device.reboot_reason", is: ["power_loss"] }, 3e-3),
  rebooted_by_heat: event({ signal: "device.reboot_reason", is: ["thermal"] }, 3e-5),
  crashes_often: above("device.crash_reboots_24h", [1], 2e-5),
  moved_far: above("device.geo_shift_km", [20], 0.03),
  place_not_allowed: {
    when: {
      any: [
        { signal: "compare.obstacle", is: ["place_not_allowed"] },
        { signal: "compare.refusal", is: ["place_not_allowed"] },
        { signal: "compare.signin", is: ["place_not_allowed"] },
        // Whoever locks a place out does not always say that it is the place.
        {
          all: [
            { signal: "device.geo_shift_km", above: 20 },
            {
              signal: "compare.refusal",
              is: ["risk_rule", "not_permitted_to_terminal", "terminal_unknown", "merchant_unknown", "other"],
            },
          ],
        },
      ],
    },
    class: "answer",
    leak: 2e-5,
    complaint: true,
  },
  terminal_locked: hindered("terminal_locked"),
  usb_comes_and_goes: above("device.usb_reenumerations_1h", [1], 1e-4),
  touch_resets: above("device.touch_resets_1h", [2], 1e-4),
  // Bursts: between two of them everything is calm.
  buses_disturbed: event({ signal: "device.buses_with_errors", above: 1 }, 5e-5),
  bus_noisy: { when: { signal: "device.bus_errors_1min", above: 10 }, class: "stat", leak: 1e-3 },
  noise_nearby: {
    when: { signal: "compare.told_air", is: ["radio"], unknown: ["none"] },
    class: "human",
    leak: 3e-3,
  },
  battery_worn: {
    when: {
      any: [
        { signal: "power.battery_health", is: ["poor", "dead"] },
        { signal: "power.battery_cycles", above: 600 },
      ],
    },
    class: "told",
    leak: 3e-5,
  },
  mains_comes_and_goes: above("power.mains_losses_24h", [3], 2e-5),
  mains_lost: above("power.mains_losses_24h", [0], 0.02),
  on_battery: state("power.source", 0.4, "battery"),
  adapter_sags: below("power.adapter_mv_min_under_load", [4_300], 5e-4),
  // Where it is damp in the morning it is dry at noon.
  damp: event({ signal: "env.humidity_pct", above: 85 }, 0.02),
} as const satisfies Record<string, ObservationDefinition>;
