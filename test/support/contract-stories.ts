/** States in which the card, its contract or the network behind it is the trouble, each beside what looks like it. */
import { noBearer, noPath, type State, type Story } from "./stories.ts";

const refused = (cause: number): State => ({
  ...noBearer,
  "modem.reg_state": "denied",
  "modem.reject_cause": cause,
});
const rejected = (cause: number): State => ({ ...noBearer, "modem.pdp_state": "rejected", "modem.pdp_cause": cause });
const plan: State = { "sim.data_used_mb_month": 4, "sim.data_plan_mb": 30, "sim.activation_age_days": 40 };

export const contractStories: readonly Story[] = [
  [
    "READY and NOT READY in turn, ready just now",
    { "sim.state_flaps_1h": 9, "txn.outcome": "timeout" },
    "sim.contact_bad",
  ],
  ["the same, gone just now", { ...noBearer, "sim.state": "absent", "sim.state_flaps_1h": 9 }, "sim.contact_bad"],
  ["a card taken out once", { ...noBearer, "sim.state": "absent", "sim.state_flaps_1h": 1 }, "sim.absent"],
  ["the network does not know the card (EMM 3)", refused(3), "sim.invalid"],
  [
    "the card reports errors",
    { ...noBearer, "sim.state": "error", "modem.reg_state": "emergency_only", "sim.state_flaps_1h": 0 },
    "sim.invalid",
  ],
  ["illegal ME (EMM 6)", refused(6), "sim.locked_imei"],
  ["IMEI not accepted (EMM 5)", refused(5), "sim.locked_imei"],
  [
    "another card than yesterday, and nothing comes back",
    { ...noPath, "sim.iccid_changed": true, "net.rx_bytes_5min": 0, ...plan },
    "sim.locked_imei",
  ],
  ["another card than yesterday, and all is well", { "sim.iccid_changed": true }, undefined],
  [
    "plan used up, nothing comes back, the same card as ever",
    {
      ...noPath,
      ...plan,
      "sim.data_used_mb_month": 30,
      "sim.iccid_changed": false,
      "sim.imei_changed": false,
      "net.rx_bytes_5min": 0,
    },
    "sim.data_exhausted",
  ],
  [
    "a year old and not subscribed (ESM 33)",
    { ...rejected(33), ...plan, "sim.activation_age_days": 366 },
    "sim.expired",
  ],
  ["a year old and all is well", { "sim.activation_age_days": 366 }, undefined],
  ["barred by the operator (ESM 8), a young card", { ...rejected(8), ...plan }, "sim.arrears"],
  [
    "not subscribed (ESM 33), a young card, the right APN",
    { ...rejected(33), ...plan, "modem.apn_expected": true },
    "sim.not_subscribed",
  ],
  [
    "not subscribed (ESM 33), another APN than configured",
    { ...rejected(33), ...plan, "modem.apn_expected": false },
    "net.apn_wrong",
  ],
  ["APN unknown (ESM 27), a card a year old", { ...rejected(27), "sim.activation_age_days": 400 }, "net.apn_wrong"],
  ["congestion in registration (EMM 22)", refused(22), "cell.congested"],
  ["congestion at the bearer (ESM 26)", { ...rejected(26), ...plan }, "cell.congested"],
  ["network failure (ESM 38)", { ...rejected(38), ...plan }, "cell.carrier_outage"],
  ["roaming not allowed here (EMM 13)", refused(13), "cell.registration_denied"],
  ["network not allowed (EMM 11)", refused(11), "cell.registration_denied"],
  [
    "the module starts again and again, its supply is low",
    { "modem.restarts_1h": 4, "modem.supply_mv": 3_310, "txn.outcome": "timeout" },
    "power.brownout_under_load",
  ],
  ["the module has started once", { "modem.restarts_1h": 1, "modem.supply_mv": 3_800 }, undefined],
];
