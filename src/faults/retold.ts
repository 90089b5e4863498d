/** Signals that are heard in passing as a rule, by what has them told once more. */
import type { SignalId } from "../model/signal.ts";

/** What the application knows of the last payment, and says again when it is called up. */
export const lastPayment = [
  "compare.payment",
  "compare.refusal",
  "compare.refusal_words",
  "compare.refusal_type",
  "compare.refusal_uses",
  "compare.refusal_gap_min",
  "compare.refused_expiry",
  "compare.obstacle",
  "compare.hindrance",
  "compare.finding",
  "compare.result_unknown",
  "compare.unprinted_approval",
  "txn.type",
  "txn.entry_mode",
  "txn.expiry",
  "txn.reversal_state",
  "txn.reversal_attempts",
  "txn.daily_count_same_card",
  "txn.minutes_since_same_card",
  "key.mac_verify",
  "host.resp_ms",
] as const satisfies readonly SignalId[];

/** Registers and counters of the terminal's own body: not what takes a while to see. */
export const body = [
  "power.source",
  "power.adapter_mv",
  "power.adapter_mv_min_under_load",
  "power.battery_health",
  "power.battery_cycles",
  "power.brownout_resets_24h",
  "power.mains_losses_24h",
  "compare.battery_store",
  "compare.adapter",
  "compare.climate",
  "compare.shutdown",
  "device.reboot_reason",
  "device.crash_reboots_24h",
  "device.display",
  "device.tamper",
  "device.storage_free_mb",
  "device.mem_free_mb",
  "device.cpu_pct",
  "device.usb_reenumerations_1h",
  "device.bus_errors_1min",
  "device.buses_with_errors",
  "device.touch_resets_1h",
  "clock.rtc_reset",
  "clock.ntp",
  "env.humidity_pct",
  "reader.status",
  "printer.state",
  "sw.app_crash_24h",
  "sw.anr_24h",
  "sw.app_version_changed_h",
  "sw.param_changed_h",
  "sw.os_version_changed_h",
] as const satisfies readonly SignalId[];

/** Counters and settings beside its state. */
export const modem = [
  "modem.module_present",
  "modem.restarts_1h",
  "modem.supply_mv",
  "modem.airplane_mode",
  "modem.cell_changes_10min",
  "modem.pdp_cause",
  "sim.state_flaps_1h",
  "sim.data_used_mb_month",
  "compare.apn",
  "compare.pair",
  "compare.mended",
] as const satisfies readonly SignalId[];

/** What the kernel counts and remembers of the ways that it has. */
export const links = [
  "net.rx_bytes_5min",
  "net.retrans_pct",
  "net.throughput_kbps",
  "net.data_stall",
  "net.captive_portal",
  "net.config_changed_h",
  "net.config_proved",
  "net.proxy_or_vpn",
  "compare.reach",
  "lan.dhcp",
  "lan.link_flaps_10min",
  "host.in_window",
] as const satisfies readonly SignalId[];

/** Whether it is the card: another one is compared with it. */
export const otherCard = [
  "compare.icc_cards",
  "compare.icc_reads",
  "compare.mag_cards",
  "compare.mag_reads",
  "compare.nfc_cards",
  "compare.nfc_reads",
  "compare.bad_card",
  "compare.finding_cards",
  "compare.refusal_cards",
  "compare.refusal_issuers",
  "compare.refusal_run",
] as const satisfies readonly SignalId[];

/** Whether the chip fails again. */
export const sameCard = [
  "compare.icc_retry",
  "compare.icc_reads",
  "compare.icc_slips",
  "compare.early_removals",
  "compare.finding",
] as const satisfies readonly SignalId[];

/** What a stripe shows that is swiped once more. */
export const stripe = [
  "compare.mag_trouble",
  "compare.mag_reads",
  "compare.swipes_of_chip_cards",
  "compare.chip_failed_before_swipe",
] as const satisfies readonly SignalId[];

/** Parts that a terminal tests by itself. */
export const parts = [
  "compare.self_test",
  "compare.pinpad_error",
  "key.pinpad",
  "key.master_key_present",
  "device.display",
  "device.tamper",
  "power.battery_health",
  "reader.status",
  "printer.state",
] as const satisfies readonly SignalId[];

/** What a sign-in is answered, and the line that it is dialled over. */
export const session = [
  "compare.signin",
  "host.header_proc_req",
  "key.working_key_age_h",
  "key.master_key_present",
  "line.dial_result",
] as const satisfies readonly SignalId[];
