/**
 * The number of each fault in a code: its place in this list, from 1. Numbers stand for ever, for codes and agents of years ago are read
 * with it: a new fault goes to the end, and one that is gone keeps its place. A test holds the list against the catalogue.
 */
export const faultNumbers: readonly string[] = `
  sim.absent sim.contact_bad sim.pin_locked sim.invalid sim.data_exhausted sim.expired sim.arrears sim.not_subscribed
  sim.locked_imei cell.signal_weak cell.no_service cell.registration_denied cell.congested cell.carrier_outage
  modem.hung modem.module_fault lan.cable_loose lan.router_fault lan.dhcp_failed lan.captive_portal wifi.weak
  wifi.auth_failed line.pstn_fault line.busy net.down net.unstable net.bandwidth_low net.config_wrong net.apn_wrong
  net.dns_failed net.isp_outage net.policy_change net.firewall_blocked host.down host.maintenance host.upgrade
  host.congested host.timeout host.tls_failed host.cert_expired host.cutover switch.malfunction issuer.unreachable
  issuer.maintenance key.expired key.mac_error key.pin_format_error key.not_injected session.signin_required
  session.batch_mismatch session.settlement_required session.state_mismatch power.mains_unstable
  power.supply_interrupted power.adapter_mismatch power.battery_low power.battery_degraded power.brownout_under_load
  issuer.insufficient_funds issuer.below_min_balance issuer.do_not_honor issuer.account_frozen issuer.account_abnormal
  issuer.unsettled_txn issuer.account_expired issuer.suspended_overdue issuer.info_mismatch issuer.risk_block
  issuer.extra_auth_required issuer.lost_stolen issuer.txn_not_permitted issuer.no_such_account issuer.pin_wrong
  issuer.pin_tries_exceeded issuer.dormant_card issuer.not_activated issuer.card_discontinued issuer.card_restricted
  risk.fraud_suspected risk.pin_lock_acquirer merchant.balance_insufficient merchant.account_frozen
  merchant.not_registered merchant.txn_not_enabled terminal.not_registered terminal.dormant terminal.geofence_blocked
  acquirer.card_type_blocked acquirer.bin_not_supported acquirer.risk_block limit.min_amount limit.single_amount
  limit.terminal_amount limit.issuer_amount limit.daily_count limit.velocity limit.contactless_amount card.expired
  card.expiring_soon card.chip_damaged card.chip_dirty card.inserted_wrong card.mag_damaged card.demagnetized
  card.mag_data_missing card.poor_quality card.data_error card.data_mismatch card.removed_early card.chip_locked
  card.app_not_supported card.collision operator.swiped_chip_card operator.wrong_pan_entry operator.cancelled_or_timeout
  operator.wrong_procedure reader.icc_fault reader.icc_dirty reader.mag_fault reader.mag_dirty reader.nfc_fault
  printer.fault printer.paper_out printer.paper_jam printer.overheat printer.cover_open printer.low_voltage_block
  txn.approved_not_printed txn.state_unknown txn.reversal_pending txn.reversal_ok txn.reversal_failed
  txn.duplicate_charge_risk txn.data_error device.hardware_fault device.controller_fault device.keypad_fault
  device.display_fault device.pinpad_fault device.storage_full device.tamper_locked device.clock_wrong env.temp_high
  env.temp_low env.humidity env.emi env.esd env.strong_magnetic_field sw.os_incompatible sw.app_incompatible sw.app_bug
  sw.os_fault sw.crash sw.version_too_old sw.param_outdated env.disaster env.vandalism env.theft key.compromised
  merchant.info_wrong acquirer.agreement_changed issuer.auto_debit_failed operator.wrong_amount
  operator.wrong_goods_info txn.refund_needed unlisted.module_silent unlisted.sim_unusable unlisted.not_registered
  unlisted.no_bearer unlisted.link_down unlisted.wifi_link_lost unlisted.no_address unlisted.no_route
  unlisted.gateway_dead unlisted.no_path unlisted.path_poor unlisted.names_wrong unlisted.host_gone
  unlisted.host_unreachable unlisted.tls_fails unlisted.no_answer unlisted.payments_fail unlisted.sim unlisted.cell
  unlisted.modem unlisted.lan unlisted.wifi unlisted.line unlisted.net unlisted.host unlisted.switch unlisted.issuer
  unlisted.key unlisted.session unlisted.power unlisted.risk unlisted.merchant unlisted.terminal unlisted.acquirer
  unlisted.limit unlisted.card unlisted.operator unlisted.reader unlisted.printer unlisted.txn unlisted.device
  unlisted.env unlisted.sw
`
  .trim()
  .split(/\s+/);
