/**
 * What the course of the terminal's gauges shows, and what people say of its body. What is over is seen in healthy life now
 * and then; it names a cause where somebody asks why.
 */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import type { SignalId } from "../../model/signal.ts";
import type { Scalar } from "../../model/signal-shape.ts";
import { says } from "./one-at-a-time.ts";

const drawn = (signal: SignalId, leak: number, is: readonly Scalar[]) =>
  ({ when: { signal, is }, class: "count", leak }) as const;
/** Of a signal with several answers: those in `others` hide this one. */
const unless = (others: readonly Scalar[], { when, leak }: ReturnType<typeof drawn>) =>
  ({ when: { ...when, unknown: others }, class: "count", leak }) as const;
/** Read off a gauge a moment ago, and not drawn from what went before. */
const gauged = (row: ReturnType<typeof unless> | ReturnType<typeof drawn>) => ({ ...row, class: "told" }) as const;

/** Nobody says everything: what is not said is not known. */
const told =
  (signal: SignalId) =>
  (leak: number, ...is: readonly Scalar[]) =>
    ({ when: { signal, is, unknown: ["none"] }, class: "human", leak }) as const;
const power = (leak: number, is: Scalar) => ({ when: says("compare.told_power", is), class: "human", leak }) as const;
const air = told("compare.told_air");
const part = told("compare.told_part");
const printer = told("compare.told_printer");
const cure = told("compare.told_cure");
/** Without such a restart there is nothing to ask about. */
const shutdown = (leak: number, is: Scalar) =>
  ({
    when: {
      all: [
        { signal: "device.reboot_reason", is: ["power_loss"] },
        { signal: "compare.shutdown", is: [is] },
      ],
    },
    class: "count",
    leak,
  }) as const;

export const bodyObservations = {
  battery_drops: unless(["nonsense"], drawn("compare.battery_drop", 1e-3, ["sudden"])),
  battery_sags_cold: unless(["nonsense", "sudden"], drawn("compare.battery_drop", 3e-4, ["in_cold"])),
  battery_flat: gauged(drawn("compare.battery_store", 1e-4, ["low"])),
  // Of restarts without power only, so these are how such a restart comes about where nothing is wrong.
  shut_down_empty: shutdown(0.15, "emptied"),
  shut_down_charged: shutdown(0.05, "charged"),
  shut_down_cold: shutdown(0.02, "cold"),
  shut_down_loaded: shutdown(0.05, "under_load"),
  adapter_weak: gauged(unless(["replaced"], drawn("compare.adapter", 3e-5, ["weak", "wrong_voltage"]))),
  adapter_replaced: unless(["weak", "wrong_voltage"], drawn("compare.adapter", 2e-4, ["replaced"])),
  charge_falls: unless(["refused"], drawn("compare.charge", 1e-3, ["falls_on_charger"])),
  charge_refused: unless(["falls_on_charger"], drawn("compare.charge", 5e-4, ["refused"])),
  /** A handheld that is carried has none either. */
  no_voltage: { when: { signal: "power.adapter_mv", below: 1_000 }, class: "told", leak: 0.4 },
  supply_flickers: { when: { signal: "compare.supply_flickers", above: 0 }, class: "count", leak: 3e-3 },
  supply_swings: drawn("compare.supply_swings", 3e-4, [true]),
  hot: gauged(unless(["was_hot"], drawn("compare.climate", 5e-5, ["hot"]))),
  hot_before: unless(["hot"], drawn("compare.climate", 0.04, ["was_hot"])),
  cold: gauged(unless(["was_cold"], drawn("compare.climate", 1e-4, ["cold"]))),
  cold_before: unless(["cold"], drawn("compare.climate", 0.04, ["was_cold"])),
  printer_hot: {
    when: { signal: "compare.print_head", is: ["hot"], unknown: ["cooled"] },
    class: "told",
    leak: 1e-5,
    complaint: true,
  },
  printer_cooled: unless(["hot"], drawn("compare.print_head", 0.02, ["cooled"])),
  brought_in: drawn("compare.brought_in", 5e-3, [true]),
  key_stuck: { ...unless(["ghost"], drawn("compare.keypad", 1e-5, ["stuck"])), class: "told", complaint: true },
  ghost_keys: unless(["stuck"], drawn("compare.keypad", 1e-4, ["ghost"])),
  // How it began is forgotten when it is over, and what goes on may be over tomorrow.
  chip_climbs: unless(["passed"], drawn("compare.icc_course", 5e-4, ["climbs"])),
  chip_sudden: unless(["passed"], drawn("compare.icc_course", 1e-3, ["sudden"])),
  chip_passed: unless(["climbs", "sudden"], drawn("compare.icc_course", 2e-3, ["passed"])),
  stripe_climbs: unless(["passed"], drawn("compare.mag_course", 5e-4, ["climbs"])),
  stripe_sudden: unless(["passed"], drawn("compare.mag_course", 1e-3, ["sudden"])),
  stripe_passed: unless(["climbs", "sudden"], drawn("compare.mag_course", 2e-3, ["passed"])),
  touch_sudden: drawn("compare.nfc_course", 1e-3, ["sudden"]),
  /** Once is a shock, or a module that was reset on purpose; often is a bad joint. */
  usb_dropped: { when: { signal: "device.usb_reenumerations_1h", above: 0 }, class: "state", leak: 0.03 },
  touch_dropped: { when: { signal: "device.touch_resets_1h", above: 0 }, class: "state", leak: 3e-3 },
  touch_unfelt: { when: { signal: "reader.nfc_event", is: ["none"] }, class: "stat", leak: 5e-3 },
  reader_errs: { when: { signal: "reader.status", is: ["error"] }, class: "state", leak: 2e-4 },
  battery_overheated: { when: { signal: "power.battery_health", is: ["overheat"] }, class: "told", leak: 1e-4 },
  processor_busy: { when: { signal: "device.cpu_pct", above: 85 }, class: "stat", leak: 0.02 },
  air_dry: { when: { signal: "env.humidity_pct", below: 30 }, class: "told", leak: 0.2, votes: true },
  time_unset: { when: { signal: "clock.ntp", is: ["fail"] }, class: "state", leak: 0.02 },
  print_failed: { when: { signal: "printer.job", is: ["failed"], unknown: ["partial"] }, class: "stat", leak: 2e-3 },
  told_adapter: power(5e-3, "other_adapter"),
  told_lamp_dark: { ...power(1e-3, "lamp_dark"), class: "told" },
  told_thought_charging: power(3e-3, "thought_charging"),
  told_loose: power(0.03, "loose"),
  told_flickers: power(3e-3, "flickers"),
  told_under_load: power(5e-3, "under_load"),
  told_not_charging: power(0.02, "not_charging"),
  told_runs_down: power(0.02, "runs_down"),
  told_empty: power(0.06, "empty"),
  told_static: air(0.02, "static"),
  told_magnet: air(5e-3, "magnet"),
  told_damp: air(0.02, "damp"),
  told_hot: air(0.08, "hot"),
  told_cold: air(0.08, "cold"),
  told_all_ways: { when: says("compare.told_part", "all_ways"), class: "human", leak: 2e-3 },
  /** What anybody can see. */
  told_screen_broken: { when: says("compare.told_part", "screen_broken"), class: "told", leak: 1e-4 },
  told_screen: part(0.015, "screen", "screen_broken"),
  told_keys: part(0.02, "keys"),
  told_clock: part(3e-3, "clock"),
  told_tap: part(0.02, "tap", "all_ways"),
  told_chip: part(0.02, "chip", "all_ways"),
  told_stripe: part(0.02, "stripe", "all_ways"),
  told_pinpad: part(0.01, "pinpad"),
  told_printer_bad: printer(0.01, "fault"),
  told_paper_out: printer(0.01, "paper_out"),
  told_jam: printer(5e-3, "jam"),
  told_cover: printer(5e-3, "cover_open"),
  told_print_heat: printer(5e-3, "overheat"),
  told_print_voltage: printer(5e-3, "low_voltage"),
  told_cleaned: cure(0.01, "cleaned"),
  told_cleaned_in_vain: cure(0.01, "cleaned_in_vain"),
  told_slower: cure(0.01, "slower"),
  told_dried: cure(0.01, "dried"),
  told_warmed: cure(0.08, "warmed"),
  told_cooled: cure(0.08, "cooled"),
  told_moved_away: cure(0.06, "moved"),
  told_replugged: cure(0.08, "replugged"),
  told_charged: cure(0.1, "charged"),
} as const satisfies Record<string, ObservationDefinition>;
