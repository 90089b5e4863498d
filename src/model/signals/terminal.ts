import type { SignalDefinition, SignalShape } from "../signal-shape.ts";

/** Numbers of versions and the letters beside them; never eight digits in a row. */
const version = {
  kind: "text",
  pattern: /^(?!.*\d{8})[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}$/,
} as const satisfies SignalShape;

/** Signals of the groups power, device, sw, clock, env. */
export const terminalSignals = {
  "power.source": { shape: { kind: "one_of", values: ["mains", "battery"] }, evidence: "state" },
  "power.charging": { shape: { kind: "flag" }, evidence: "state" },
  "power.battery_pct": { shape: { kind: "number", min: 0, max: 100, unit: "%" }, evidence: "state" },
  "power.battery_mv": { shape: { kind: "number", min: 0, max: 2147483647, unit: "mV" }, evidence: "state" },
  "power.battery_health": {
    shape: { kind: "one_of", values: ["good", "poor", "overheat", "dead", "unknown"], unknown: ["unknown"] },
    evidence: "state",
  },
  "power.battery_cycles": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "power.adapter_mv": { shape: { kind: "number", min: 0, max: 2147483647, unit: "mV" }, evidence: "state" },
  "power.adapter_mv_min_under_load": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "mV" },
    evidence: "state",
    note: "minimum seen during print/transmit",
  },
  "power.charge_current_ma": { shape: { kind: "number", min: 0, max: 2147483647, unit: "mA" }, evidence: "state" },
  "power.brownout_resets_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "power.mains_losses_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "power.temp_c": { shape: { kind: "number", min: -60, max: 150, unit: "C" }, evidence: "state" },
  "device.uptime_s": { shape: { kind: "number", min: 0, max: 2147483647, unit: "s" }, evidence: "state" },
  "device.reboot_reason": {
    shape: {
      kind: "one_of",
      values: ["normal", "power_loss", "watchdog", "panic", "thermal", "unknown"],
      unknown: ["unknown"],
    },
    evidence: "state",
  },
  "device.crash_reboots_24h": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "state",
    note: "restarts by watchdog or panic",
  },
  "device.display": { shape: { kind: "one_of", values: ["ok", "fault"] }, evidence: "state" },
  "device.storage_free_mb": { shape: { kind: "number", min: 0, max: 2147483647, unit: "MB" }, evidence: "state" },
  "device.mem_free_mb": { shape: { kind: "number", min: 0, max: 2147483647, unit: "MB" }, evidence: "state" },
  "device.cpu_pct": { shape: { kind: "number", min: 0, max: 100, unit: "%" }, evidence: "stat" },
  "device.tamper": { shape: { kind: "one_of", values: ["none", "triggered"] }, evidence: "state" },
  "device.self_test": { shape: { kind: "text", pattern: /^(ok|fail:[a-z_]{1,24})$/ }, evidence: "state" },
  "device.usb_reenumerations_1h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "device.bus_errors_1min": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "state",
    note: "CRC/parity/frame errors over UART, I2C, SPI",
  },
  "device.buses_with_errors": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "state",
    note: "how many independent buses",
  },
  "device.keypad_stuck_key": { shape: { kind: "flag" }, evidence: "state" },
  "device.geo_shift_km": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "km" },
    evidence: "state",
    note: "from registered place",
  },
  "device.touch_resets_1h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "sw.app_version": { shape: version, evidence: "state" },
  "sw.app_version_changed_h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "hours" }, evidence: "state" },
  "sw.os_version_changed_h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "hours" }, evidence: "state" },
  "sw.param_changed_h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "hours" }, evidence: "state" },
  "sw.min_required_version": { shape: version, evidence: "state" },
  "sw.app_too_old": {
    shape: { kind: "flag" },
    evidence: "state",
    note: "sw.app_version is below sw.min_required_version",
  },
  "sw.app_crash_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "sw.anr_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "sw.settle_first": { shape: { kind: "flag" }, evidence: "state" },
  "clock.skew_s": {
    shape: { kind: "number", min: -2147483648, max: 2147483647, unit: "s" },
    evidence: "state",
    note: "device minus reference",
  },
  "clock.rtc_reset": { shape: { kind: "flag" }, evidence: "state" },
  "clock.ntp": {
    shape: { kind: "one_of", values: ["ok", "fail", "unknown"], unknown: ["unknown"] },
    evidence: "state",
  },
  "env.ambient_temp_c": {
    shape: { kind: "number", min: -60, max: 90, unit: "C" },
    evidence: "human",
    note: "told by people or sensor",
  },
  "env.humidity_pct": { shape: { kind: "number", min: 0, max: 100, unit: "%" }, evidence: "human" },
} as const satisfies Record<string, SignalDefinition>;
