/**
 * What modem and SIM card show. Thresholds for radio: signal is called weak below -110 dBm or 10 CSQ steps, as field
 * manuals of terminals do, and is called good again only 4 dB above, so that a value on the edge does not flap.
 */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import type { SignalId } from "../../model/signal.ts";
import type { Scalar } from "../../model/signal-shape.ts";

const lost = ["searching", "unregistered", "denied", "emergency_only"] as const;
const outOfNetwork = { signal: "modem.reg_state", is: lost } as const;
const flag = (signal: SignalId, leak: number, ...is: readonly Scalar[]) =>
  ({ when: { signal, is }, class: "state", leak }) as const;

/** `active` clears the card: nothing of its contract stops it. */
const portal = (is: Scalar) =>
  ({ when: { signal: "sim.portal_status", is: [is] }, class: "state", leak: 2e-4 }) as const;

/** A module that is registered is there, and answers. */
const registered = { signal: "modem.reg_state", is: ["home", "roaming"] } as const;

export const cellularObservations = {
  sim_absent: { when: { signal: "sim.state", is: ["absent"] }, class: "state", leak: 1e-4, test: "read_modem" },
  sim_locked: {
    when: { signal: "sim.state", is: ["pin_required", "puk_required"] },
    class: "state",
    leak: 2e-4,
    test: "read_modem",
  },
  sim_error: { when: { signal: "sim.state", is: ["error"] }, class: "state", leak: 2e-4, test: "read_modem" },
  // A card that is taken out and put back by hand is two changes, and whoever looks for the trouble does it twice; contacts
  // that bounce make many.
  sim_flapping: { when: { signal: "sim.state_flaps_1h", above: 5, until: 3 }, class: "state", leak: 5e-5 },
  // Whoever restarts the terminal after a swap hears that nothing has changed since the last boot.
  pair_changed: { when: { signal: "compare.pair", is: ["changed"] }, class: "state", leak: 3e-3 },
  // Prepaid cards for terminals are sold for one year; the first days of the second are when they stop.
  activation_old: { when: { signal: "sim.activation_age_days", above: 350 }, class: "state", leak: 0.2 },
  // Plans are sold by the year, and end with one.
  activation_anniversary: {
    when: {
      any: [365, 730, 1_095, 1_461, 1_826].map((days) => ({
        all: [
          { signal: "sim.activation_age_days" as const, above: days - 6 },
          { signal: "sim.activation_age_days" as const, below: days + 21 },
        ],
      })),
    },
    class: "state",
    leak: 0.07,
  },
  module_restarts: { when: { signal: "modem.restarts_1h", above: 1, until: 0 }, class: "state", leak: 2e-4 },
  // Modules are specified from 3.3 V; a reading below 3.4 V at rest is far lower while they transmit.
  supply_low: { when: { signal: "modem.supply_mv", below: 3_400, until: 3_500 }, class: "probe", leak: 1e-3 },
  brownouts: { when: { signal: "power.brownout_resets_24h", above: 0 }, class: "state", leak: 1e-3 },
  at_silent: {
    when: { signal: "modem.at_response", is: ["timeout"] },
    class: "state",
    leak: 2e-4,
    endsWith: registered,
    test: "read_modem",
  },
  module_missing: {
    when: { signal: "modem.module_present", is: [false] },
    class: "state",
    leak: 2e-4,
    endsWith: registered,
  },
  silent_after_restart: {
    when: {
      all: [
        { signal: "modem.at_response", is: ["timeout"] },
        { signal: "device.uptime_s", below: 900 },
      ],
      withinS: 900,
    },
    class: "state",
    leak: 2e-4,
    test: "restart_terminal",
  },
  registration_lost: {
    when: { signal: "modem.reg_state", is: ["searching", "unregistered", "denied", "emergency_only"] },
    class: "state",
    leak: 2e-3,
    test: "read_modem",
  },
  registration_denied: {
    when: { signal: "modem.reg_state", is: ["denied"], unknown: ["searching"] },
    class: "state",
    leak: 1e-4,
    test: "read_modem",
  },
  signal_weak: {
    when: {
      any: [
        { signal: "modem.rsrp_dbm", below: -110, until: -106 },
        { signal: "modem.csq", below: 10, until: 12 },
        { signal: "modem.sinr_db", below: 0, until: 3 },
      ],
      ofKnown: true,
    },
    class: "probe",
    leak: 0.02,
    test: "read_modem",
  },
  // Field manuals call this unusable: whatever gets through does so by luck.
  signal_unusable: {
    when: { signal: "modem.rsrp_dbm", below: -118, until: -114 },
    class: "probe",
    leak: 2e-3,
    test: "read_modem",
  },
  signal_gone: {
    when: {
      any: [
        { signal: "modem.rsrp_dbm", below: -125, until: -121 },
        // Neither is said anew once a cell is found.
        { all: [{ signal: "modem.rat", is: ["none"] }, outOfNetwork] },
        { all: [{ signal: "modem.csq", is: [99] }, outOfNetwork] },
      ],
      ofKnown: true,
    },
    class: "probe",
    leak: 2e-3,
    test: "read_modem",
  },
  bearer_down: {
    when: { signal: "modem.pdp_state", is: ["inactive", "rejected", "suspended"], unknown: ["activating"] },
    class: "state",
    leak: 3e-4,
    test: "read_modem",
  },
  apn_refused: { when: { signal: "modem.pdp_cause", is: [27] }, class: "state", leak: 1e-4, test: "read_modem" },
  service_barred: { when: { signal: "modem.pdp_cause", is: [8] }, class: "state", leak: 1e-4, test: "read_modem" },
  service_not_subscribed: {
    when: { signal: "modem.pdp_cause", is: [33] },
    class: "state",
    leak: 1e-4,
    test: "read_modem",
  },
  // EMM 22 and ESM 26 ask the modem to wait (T3346, T3396 of TS 24.301); both pass by themselves.
  network_busy: {
    when: {
      any: [
        { signal: "modem.reject_cause", is: [22] },
        { signal: "modem.pdp_cause", is: [26] },
      ],
    },
    class: "state",
    leak: 1e-4,
    test: "read_modem",
  },
  network_failing: {
    when: {
      any: [
        { signal: "modem.reject_cause", is: [16, 17, 42] },
        { signal: "modem.pdp_cause", is: [34, 38] },
      ],
    },
    class: "state",
    leak: 1e-4,
    test: "read_modem",
  },
  card_unknown: { when: { signal: "modem.reject_cause", is: [2, 3] }, class: "state", leak: 1e-4, test: "read_modem" },
  terminal_refused: {
    when: { signal: "modem.reject_cause", is: [5, 6] },
    class: "state",
    leak: 1e-4,
    test: "read_modem",
  },
  subscription_stopped: {
    when: { signal: "modem.reject_cause", is: [7, 8] },
    class: "state",
    leak: 1e-4,
    test: "read_modem",
  },
  place_refused: {
    when: { signal: "modem.reject_cause", is: [11, 12, 13, 14, 15] },
    class: "state",
    leak: 1e-4,
    test: "read_modem",
  },
  apn_unexpected: {
    when: { signal: "modem.apn_expected", is: [false] },
    class: "state",
    leak: 2e-3,
    test: "read_modem",
  },
  // What the provider's own service says of the card, where support passes it on.
  portal_suspended: portal("suspended"),
  portal_expired: portal("expired"),
  portal_locked: portal("locked"),
  missing_after_restart: {
    when: {
      all: [
        { signal: "modem.module_present", is: [false] },
        { signal: "device.uptime_s", below: 900 },
      ],
      withinS: 900,
    },
    class: "state",
    leak: 2e-4,
    test: "restart_terminal",
  },
  // The counter begins anew with the month, and so does what was stopped at the volume.
  // Device and carrier do not count alike: one of them counts what the other drops.
  quota_near: {
    when: { signal: "sim.data_used_mb_month", share: 0.9, of: "sim.data_plan_mb" },
    class: "state",
    leak: 0.02,
  },
  flight_mode: flag("modem.airplane_mode", 1e-4, true),
  apn_changed: flag("compare.apn", 2e-3, "changed"),
  /** ESM 29: the name or password that goes with the access point. */
  apn_login_refused: flag("modem.pdp_cause", 1e-4, 29),
  // Strong, and yet hardly to be understood: the cell is full of others. Quality of an idle cell is -10 dB.
  cell_crowded: {
    when: {
      all: [
        { signal: "modem.rsrp_dbm", above: -100, until: -104 },
        { signal: "modem.rsrq_db", below: -14, until: -12 },
      ],
    },
    class: "probe",
    leak: 0.01,
    test: "read_modem",
  },
  // A terminal that stands still has two or three cells to choose from.
  cells_change: { when: { signal: "modem.cell_changes_10min", above: 8, until: 4 }, class: "probe", leak: 5e-3 },
  mended_by_module: flag("compare.mended", 1e-3, "module_answers"),
  mended_by_card: flag("compare.mended", 1e-3, "another_card"),
  mended_by_month: flag("compare.mended", 1e-3, "new_month"),
} as const satisfies Record<string, ObservationDefinition>;
