/** Every fault that has an id, by family: the vocabulary the texts must cover, in the catalogue already or not. */
const families: Readonly<Record<string, string>> = {
  power: "mains_unstable supply_interrupted adapter_mismatch brownout_under_load battery_low battery_degraded",
  env: "emi esd strong_magnetic_field temp_high temp_low humidity disaster vandalism theft",
  device: [
    "hardware_fault controller_fault keypad_fault display_fault pinpad_fault storage_full tamper_locked",
    "clock_wrong",
  ].join(" "),
  reader: "icc_fault icc_dirty mag_fault mag_dirty nfc_fault",
  printer: "fault paper_out paper_jam overheat cover_open low_voltage_block",
  sw: "os_incompatible app_incompatible app_bug os_fault crash version_too_old param_outdated",
  cell: "signal_weak congested no_service registration_denied carrier_outage",
  sim: "invalid data_exhausted expired arrears absent contact_bad pin_locked locked_imei",
  modem: "module_fault hung",
  line: "pstn_fault busy",
  lan: "router_fault cable_loose dhcp_failed captive_portal",
  wifi: "weak auth_failed",
  net: "unstable down bandwidth_low config_wrong apn_wrong dns_failed isp_outage policy_change firewall_blocked",
  host: "maintenance upgrade down congested timeout tls_failed cert_expired cutover",
  switch: "malfunction",
  key: "expired compromised mac_error pin_format_error not_injected",
  session: "signin_required batch_mismatch settlement_required state_mismatch",
  merchant: "balance_insufficient account_frozen info_wrong not_registered txn_not_enabled",
  terminal: "not_registered dormant geofence_blocked",
  acquirer: "card_type_blocked bin_not_supported agreement_changed risk_block",
  limit: "min_amount single_amount terminal_amount issuer_amount daily_count velocity contactless_amount",
  issuer: [
    "insufficient_funds below_min_balance auto_debit_failed account_frozen account_abnormal unsettled_txn",
    "account_expired suspended_overdue info_mismatch pin_wrong pin_tries_exceeded risk_block",
    "extra_auth_required do_not_honor maintenance unreachable dormant_card not_activated",
    "card_discontinued card_restricted lost_stolen txn_not_permitted no_such_account",
  ].join(" "),
  card: [
    "expired expiring_soon chip_damaged chip_dirty mag_damaged demagnetized mag_data_missing poor_quality",
    "data_error data_mismatch inserted_wrong removed_early chip_locked app_not_supported collision",
  ].join(" "),
  operator: "swiped_chip_card wrong_procedure wrong_amount wrong_pan_entry wrong_goods_info cancelled_or_timeout",
  risk: "fraud_suspected pin_lock_acquirer",
  txn: [
    "approved_not_printed state_unknown reversal_pending reversal_ok reversal_failed",
    "duplicate_charge_risk data_error refund_needed",
  ].join(" "),
};

export const vocabulary: readonly string[] = Object.entries(families).flatMap(([family, names]) =>
  names.split(" ").map((name) => `${family}.${name}`),
);
