/** The number of each named value of a signal on the wire, by the same rule as that of the signals (signal-numbers.ts). */
export const wordNumbers: readonly string[] = `
  nr lte wcdma gsm none home roaming searching denied unregistered emergency_only active inactive activating rejected
  suspended open missing busy failed ok timeout serial app ready absent pin_required puk_required error same changed
  module_answers another_card new_month locked expired unknown fail not_run nxdomain servfail not_used portal
  not_allowed opened closed dns tcp refused unreachable reset up down nak static incomplete yes no no_dial_tone
  no_line no_carrier line_in_use no_answer cert_not_yet_valid cert_expired unknown_ca wrong_name handshake_failure
  began sent answered ended mag icc nfc manual fallback qr approved declined aborted pending cancelled input_timeout
  no_card_in_time signin_first settle_first batch_mismatch reprint_first key_wrong key_missing working_key_failed
  pinpad_failed storage_full send_failed receive_failed answer_invalid mac_wrong reversal_failed record_not_found
  record_mismatch function_not_supported not_enabled chip_card_swiped not_a_chip_card chip_failed no_application
  card_blocked card_expired card_removed over_contactless_limit below_minimum above_maximum version_too_old
  parameters_old place_not_allowed terminal_locked application_error soon sale void refund preauth signin settle query
  0 1 2 fault no_key key_used_up inserted atr_ok atr_failed mute apdu_timeout parity_error removed powered activate_ok
  activate_failed apdu_failed collision approve decline onlineRequest tryAgain tryAnotherInterface endApplication
  multipleCards no_data lrc_error start_sentinel_missing end_sentinel_error too_short too_long invalid source_missing
  not_present paper_low paper_out jam overheat cover_open low_voltage printed partial mains battery good poor dead
  normal power_loss watchdog panic thermal triggered maintenance issuer_maintenance upgrade policy keys terms disaster
  outage advisory unanswered unsent broken_off other do_not_honour merchant_unknown merchant_frozen merchant_balance
  merchant_limit pick_up_card issuer_error result_unknown transaction_invalid amount_invalid card_number_invalid
  no_such_issuer read_again card_dormant state_mismatch data_error fraud card_restricted pin_tries_over
  no_such_account not_permitted_to_card fallback_refused insufficient_funds pin_wrong not_permitted_to_terminal
  card_check_failed security_violation over_amount_limit over_count_limit too_frequent issuer_silent pin_block_wrong
  card_not_activated cutover issuer_out switch_fault terminal_unknown terminal_asleep card_blacklisted risk_rule
  account_abnormal extra_authentication declined_offline no_link_offline alone some all unclear one_card several_cards
  one_issuer several_issuers one_type several_types large_only small_only any one_way several_ways after_approvals
  mixed blocked pin_blocked not_yet_valid authentication_failed pinpad_missing service_not_allowed on_exception_list
  memory_fault other_interface declined_by_chip line_error program_error fine some_fail all_fail recovered_at_once
  recovered_later fails_again fails_each_time garbled short approved_after refused_again reader printer keypad display
  pinpad controller modem clock account_under_review terminal_exchanged application_fails keys_loaded stolen
  damaged_by_force keys_exposed refund_wanted refund_fails direct_debit_failed goods_wrong amount_wrong
  merchant_data_wrong bought_elsewhere moved overdue frozen unsettled below_balance account_expired not_activated
  dormant discontinued info_mismatch abnormal pin_tries bank_asks single_amount charged_twice card_expires_soon
  put_in_wrong card_flaky wiped_and_fine procedure_wrong stripe_incomplete number_right number_wrong cards_together
  in_date over every_way batch sudden in_cold nonsense low low_charging emptied charged cold under_load weak
  wrong_voltage replaced falls_on_charger hot was_hot was_cold cooled stuck ghost steady climbs passed other_adapter
  thought_charging loose flickers not_charging runs_down empty magnet radio damp screen tap chip stripe cleaned
  cleaned_in_vain slower dried warmed replugged works fails work on off in out no_paper jammed sign_in right wrong
  too_soon times_today reported_lost complaint reassurance all_ways screen_broken no_sim sim_code place by_turns
  gone full slow other_way_fails other_way_works street phone_too shop_out shop_fine password firewall router_new
  line_dead line_engaged cable digging dropped unpaid crowd streaming restart_in_vain restart_helped month lamp_dark
`
  .trim()
  .split(/\s+/);
