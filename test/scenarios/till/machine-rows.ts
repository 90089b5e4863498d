/** The terminal's own parts, its programs, and where the money is. */
import { all, comes, type Row, some } from "./story.ts";

const unprinted = "txn.approved_not_printed";
const inserts = all({ way: "chip" });

export const machineRows: readonly Row[] = [
  {
    trouble: {
      name: "sent and not answered, then reversed",
      shop: { line: "silent" },
      lasts: 1,
      fault: "txn.reversal_ok",
      also: ["txn.state_unknown", "txn.reversal_pending", "host.timeout"],
      within: 2,
    },
    nearMiss: {
      name: "not sent: nothing to reverse, and the host is back",
      shop: { line: "refuses" },
      lasts: 1,
      fault: undefined,
      also: ["host.down"],
    },
  },
  {
    trouble: {
      name: "paper out: approved without a slip",
      shop: { paper: "out" },
      reprints: true,
      fault: unprinted,
      also: ["printer.paper_out"],
    },
    nearMiss: { name: "declined: no slip either", guests: comes("poor"), fault: "issuer.insufficient_funds" },
  },
  {
    trouble: {
      name: "paper out, by the printer",
      shop: { paper: "out" },
      reprints: true,
      fault: "printer.paper_out",
      also: [unprinted],
    },
    nearMiss: { name: "paper nearly out", shop: { paper: "low" }, fault: undefined },
  },
  {
    trouble: {
      name: "cover open",
      shop: { cover: "open" },
      reprints: true,
      fault: "printer.cover_open",
      also: [unprinted],
    },
    nearMiss: {
      name: "paper jammed",
      shop: { jam: true },
      reprints: true,
      fault: "printer.paper_jam",
      also: [unprinted],
    },
  },
  {
    trouble: {
      name: "print head hot",
      shop: { print_head: "hot" },
      reprints: true,
      fault: "printer.overheat",
      also: [unprinted],
    },
    nearMiss: {
      name: "printer dead",
      shop: { printer: "dead" },
      reprints: true,
      fault: "printer.fault",
      also: [unprinted],
    },
  },
  {
    trouble: {
      name: "battery at six percent: nothing is printed",
      shop: { supply: "battery", battery_pct: 6 },
      reprints: true,
      fault: "printer.low_voltage_block",
      also: [unprinted, "power.battery_low"],
    },
    nearMiss: {
      // Carried about since the morning: a charge that is gone within a minute is a gauge that lies.
      name: "battery at twelve percent",
      was: { supply: "battery", battery_pct: 24 },
      shop: { battery_pct: 12 },
      fault: "power.battery_low",
      within: 4,
    },
  },
  {
    trouble: {
      // At rest, and beside an adapter, a worn pack looks like any other: it shows when it bears a print alone.
      name: "battery worn out",
      was: { supply: "battery", battery_pct: 70 },
      shop: { battery: "worn" },
      fault: "power.battery_degraded",
      within: 4,
    },
    nearMiss: {
      name: "adapter too weak",
      shop: { supply: "weak", battery_pct: 60 },
      fault: "power.adapter_mismatch",
      within: 4,
    },
  },
  {
    trouble: {
      name: "charged twice because no slip came",
      shop: { paper: "out" },
      reprints: true,
      guests: some({ chargedTwice: true }),
      fault: "txn.duplicate_charge_risk",
      also: [unprinted, "printer.paper_out"],
      within: 2,
    },
    nearMiss: {
      name: "one card, two purchases of another sum",
      guests: (nth, ordinary) => comes("good", { way: "tap", amountFen: 1_000 + 100 * nth }, [0, 1])(nth, ordinary),
      fault: undefined,
    },
  },
  {
    trouble: {
      name: "sent, and no answer",
      shop: { line: "silent" },
      fault: "txn.state_unknown",
      also: ["txn.reversal_pending", "host.timeout", "txn.reversal_failed", "host.down"],
    },
    nearMiss: {
      name: "not sent: the host refuses the connection",
      shop: { line: "refuses" },
      fault: "host.down",
      within: 3,
    },
  },
  {
    trouble: {
      name: "a reversal waits",
      shop: { line: "silent" },
      fault: "txn.reversal_pending",
      also: ["txn.state_unknown", "host.timeout", "txn.reversal_failed", "host.down"],
    },
    nearMiss: {
      name: "a reversal is refused again and again",
      shop: { line: "silent" },
      fault: "txn.reversal_failed",
      also: ["txn.state_unknown", "txn.reversal_pending", "host.timeout", "host.down"],
      within: 3,
    },
  },
  {
    trouble: {
      name: "application falls over since its update",
      shop: { app: "crashes", app_version: "3.3.0" },
      fault: "sw.app_incompatible",
      also: ["sw.app_bug"],
      within: 10,
    },
    nearMiss: {
      name: "application falls over, without an update",
      shop: { app: "crashes" },
      fault: "sw.app_bug",
      within: 6,
    },
  },
  {
    trouble: {
      name: "application falls over since the system's update",
      shop: { app: "crashes", os_version: "12.0.0" },
      fault: "sw.os_incompatible",
      also: ["sw.app_bug"],
      within: 10,
    },
    nearMiss: { name: "the system's update, and all is well", shop: { os_version: "12.0.0" }, fault: undefined },
  },
  {
    trouble: { name: "storage full", shop: { storage_free_mb: 4 }, fault: "device.storage_full", within: 2 },
    nearMiss: { name: "storage half full", shop: { storage_free_mb: 400 }, fault: undefined },
  },
  {
    trouble: {
      name: "PIN pad dead",
      shop: { pinpad: "dead" },
      guests: inserts,
      fault: "device.pinpad_fault",
      within: 2,
    },
    nearMiss: {
      name: "customers who let the time run out",
      guests: some({ way: "chip", gives: "nothing" }, [0, 1]),
      fault: "operator.cancelled_or_timeout",
      within: 2,
    },
  },
  {
    trouble: { name: "master key gone", shop: { master_key: false }, fault: "key.not_injected", within: 2 },
    nearMiss: {
      name: "opened by force",
      shop: { tampered: true },
      fault: "device.tamper_locked",
      also: ["env.vandalism"],
      within: 2,
    },
  },
  {
    trouble: {
      name: "carried to another town",
      shop: { moved_km: 310 },
      fault: "terminal.geofence_blocked",
      within: 2,
    },
    nearMiss: { name: "carried across the street", shop: { moved_km: 1 }, fault: undefined },
  },
];
