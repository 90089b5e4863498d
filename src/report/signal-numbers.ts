/**
 * The number of each signal on the wire: its place in this list, from 1. Numbers stand for ever, for records of years ago are read with it:
 * a new signal goes to the end, and one that is gone keeps its place. A test holds the list against the table of signals.
 */
export const signalNumbers: readonly string[] = `
  modem.rsrp_dbm modem.rsrq_db modem.sinr_db modem.csq modem.rat modem.reg_state modem.reject_cause modem.pdp_state
  modem.pdp_cause modem.apn modem.cell_changes_10min modem.module_present modem.apn_expected modem.port
  modem.at_response modem.temp_c modem.supply_mv modem.restarts_1h modem.pair_known_days modem.source
  modem.airplane_mode sim.state sim.state_flaps_1h sim.iccid_changed sim.imei_changed sim.data_used_mb_month
  sim.data_plan_mb sim.activation_age_days compare.apn compare.pair compare.mended sim.portal_status net.default_iface
  net.ip_assigned net.gateway_ping net.dns_resolve net.dns_alt_resolve net.internet_probe compare.reach
  net.captive_portal net.data_stall net.tcp_host net.tcp_host_alt net.tcp_host_other_path net.tcp_host_ms net.loss_pct
  net.rtt_ms net.throughput_kbps net.rx_bytes_5min net.config_changed_h net.config_proved net.proxy_or_vpn
  net.usable_ifaces net.dns_agrees net.host_ping net.retrans_pct lan.link_carrier lan.wifi_link lan.link_flaps_10min
  lan.dhcp lan.arp_gateway lan.gateway_rtt_ms lan.gateway_loss_pct lan.wifi_rssi_dbm lan.wifi_auth
  lan.other_devices_ok line.dial_result line.dial_success_pct host.tls host.tls_version host.cert_days_left
  host.in_window host.echo_0820 host.signin_rc host.resp_ms host.resp_ms_p95_1h host.header_proc_req
  host.last_ok_age_s txn.running txn.stage txn.rc txn.rc_text txn.entry_mode txn.amount_fen txn.outcome
  txn.issuer_group txn.card_ref txn.reversal_state txn.reversal_attempts txn.local_error txn.hindrance txn.expiry
  txn.chip_on_card txn.receipt_printed txn.type txn.daily_count_same_card txn.minutes_since_same_card
  txn.pin_tries_left txn.last_ic_failed_flag key.working_key_age_h key.master_key_present key.mac_verify
  key.pinpad_error key.pinpad reader.icc_event reader.icc_sw reader.nfc_event reader.contactless_outcome
  reader.mag_event reader.tvr_bits reader.icc_powerup_ok_24h reader.icc_powerup_fail_24h reader.mag_ok_24h
  reader.mag_fail_24h reader.nfc_ok_24h reader.nfc_fail_24h reader.distinct_cards_failed reader.distinct_cards_ok
  reader.status printer.state printer.busy printer.job power.source power.charging power.battery_pct power.battery_mv
  power.battery_health power.battery_cycles power.adapter_mv power.adapter_mv_min_under_load power.charge_current_ma
  power.brownout_resets_24h power.mains_losses_24h power.temp_c device.uptime_s device.reboot_reason
  device.crash_reboots_24h device.display device.storage_free_mb device.mem_free_mb device.cpu_pct device.tamper
  device.self_test device.usb_reenumerations_1h device.bus_errors_1min device.buses_with_errors
  device.keypad_stuck_key device.geo_shift_km device.touch_resets_1h sw.app_version sw.app_version_changed_h
  sw.os_version_changed_h sw.param_changed_h sw.min_required_version sw.app_too_old sw.app_crash_24h sw.anr_24h
  sw.settle_first clock.skew_s clock.rtc_reset clock.ntp env.ambient_temp_c env.humidity_pct fleet.same_shop_fail
  fleet.same_region_fail_pct fleet.same_carrier_fail_pct fleet.other_carrier_fail_pct fleet.same_issuer_fail_pct
  fleet.other_issuer_fail_pct fleet.same_version_fail_pct fleet.other_version_fail_pct fleet.same_acquirer_fail_pct
  fleet.notice fleet.notice_kind operator.report operator.screen_text compare.payment compare.hindrance
  compare.obstacle compare.signin compare.shop compare.refusal compare.refusal_cards compare.refusal_issuers
  compare.refusal_type compare.refusal_types compare.refusal_amounts compare.refusal_entry compare.refusal_onset
  compare.refusal_since_change compare.refusal_run compare.pin_wrongs_of_card compare.finding compare.finding_cards
  compare.icc_cards compare.icc_reads compare.icc_retry compare.mag_cards compare.mag_reads compare.mag_trouble
  compare.nfc_cards compare.nfc_reads compare.chip_failed_before_swipe compare.swipes_of_chip_cards
  compare.refusal_later compare.refusal_parts compare.refusal_gap_min compare.refusal_uses compare.manual_retry
  compare.early_removals compare.cancellations compare.double_approval compare.unprinted_approval
  compare.result_unknown compare.since_app_change compare.since_os_change compare.self_test compare.pinpad_error
  compare.report compare.refusal_words compare.counter_words compare.taken_back compare.refused_expiry
  compare.refused_new_card compare.refused_other_way compare.refused_before compare.icc_slips compare.bad_card
  compare.battery_drop compare.battery_store compare.shutdown compare.adapter compare.charge compare.supply_flickers
  compare.supply_swings compare.climate compare.print_head compare.brought_in compare.keypad compare.icc_course
  compare.mag_course compare.nfc_course compare.told_power compare.told_air compare.told_part compare.told_printer
  compare.told_cure answer.other_way answer.slot_cleaned answer.shop_terminals answer.router_lights answer.cable
  answer.dial_tone answer.paper answer.charger answer.screen answer.moved answer.number_keyed compare.tone compare.refused_key_age_h
  compare.told_signal compare.told_others compare.told_change
`
  .trim()
  .split(/\s+/);
