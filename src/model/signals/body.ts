import type { SignalDefinition } from "../signal-shape.ts";

const course = {
  kind: "one_of",
  values: ["steady", "climbs", "sudden", "passed", "unclear"],
  unknown: ["unclear"],
} as const;
const note = "by the driver's counters: how the failures came about";

/** Signals of the group compare: drawn from the course of the terminal's own gauges, and from words about its body. */
export const bodySignals = {
  "compare.battery_drop": {
    shape: { kind: "one_of", values: ["none", "sudden", "in_cold", "nonsense"] },
    evidence: "count",
    note: "charge that vanished in minutes; nonsense: as no battery can",
  },
  "compare.battery_store": {
    shape: { kind: "one_of", values: ["fine", "low", "low_charging", "unclear"], unknown: ["low_charging", "unclear"] },
    evidence: "count",
    note: "unclear: the gauge cannot be right",
  },
  "compare.shutdown": {
    shape: {
      kind: "one_of",
      values: ["none", "emptied", "charged", "cold", "under_load", "unclear"],
      unknown: ["none", "unclear"],
    },
    evidence: "count",
    note: "how full and how warm it was at the last restart without power",
  },
  "compare.adapter": {
    shape: { kind: "one_of", values: ["fine", "weak", "wrong_voltage", "replaced"] },
    evidence: "count",
    note: "replaced: it was weak or wrong, and another gives enough",
  },
  "compare.charge": {
    shape: { kind: "one_of", values: ["none", "falls_on_charger", "refused"] },
    evidence: "count",
    note: "refused: a voltage is there, and nothing flows",
  },
  "compare.supply_flickers": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "count",
    note: "supply lost and back within a minute",
  },
  "compare.supply_swings": { shape: { kind: "flag" }, evidence: "count", note: "adapter's voltage, within minutes" },
  "compare.climate": {
    shape: { kind: "one_of", values: ["normal", "hot", "cold", "was_hot", "was_cold"] },
    evidence: "count",
    note: "by the terminal's thermometer and the room's",
  },
  "compare.print_head": { shape: { kind: "one_of", values: ["fine", "hot", "cooled"] }, evidence: "count" },
  "compare.brought_in": { shape: { kind: "flag" }, evidence: "count", note: "out of the cold into the warm" },
  "compare.keypad": {
    shape: { kind: "one_of", values: ["fine", "stuck", "ghost"] },
    evidence: "count",
    note: "ghost: a key held down by nobody that came free again",
  },
  "compare.icc_course": { shape: course, evidence: "count", note },
  "compare.mag_course": { shape: course, evidence: "count", note },
  "compare.nfc_course": { shape: course, evidence: "count", note },
  "compare.told_power": {
    shape: {
      kind: "one_of",
      values: [
        "none",
        "other_adapter",
        "lamp_dark",
        "thought_charging",
        "loose",
        "flickers",
        "under_load",
        "not_charging",
        "runs_down",
        "empty",
      ],
    },
    evidence: "human",
    note: "what a person says of supply and battery",
  },
  "compare.told_air": {
    shape: { kind: "one_of", values: ["none", "static", "magnet", "radio", "damp", "hot", "cold"] },
    evidence: "human",
    note: "what a person says of the surroundings",
  },
  "compare.told_part": {
    shape: {
      kind: "one_of",
      values: ["none", "all_ways", "screen_broken", "screen", "keys", "clock", "tap", "chip", "stripe", "pinpad"],
    },
    evidence: "human",
    note: "the part that a person says fails",
  },
  "compare.told_printer": {
    shape: {
      kind: "one_of",
      values: ["none", "paper_out", "jam", "overheat", "cover_open", "low_voltage", "fault"],
    },
    evidence: "human",
    note: "what a person, or the screen, says of the printer",
  },
  "compare.told_cure": {
    shape: {
      kind: "one_of",
      values: [
        "none",
        "cleaned",
        "cleaned_in_vain",
        "slower",
        "dried",
        "warmed",
        "cooled",
        "moved",
        "replugged",
        "charged",
      ],
    },
    evidence: "human",
    note: "what helped, as a person says",
  },
  "compare.told_signal": {
    shape: {
      kind: "one_of",
      values: ["none", "no_sim", "sim_code", "place", "by_turns", "gone", "weak", "full", "slow"],
    },
    evidence: "human",
    note: "what a person, or the screen, says of the signal",
  },
  "compare.told_others": {
    shape: {
      kind: "one_of",
      values: ["none", "other_way_fails", "other_way_works", "street", "phone_too", "shop_out", "shop_fine"],
    },
    evidence: "human",
    note: "who else has a network, as a person says",
  },
  "compare.told_change": {
    shape: {
      kind: "one_of",
      values: [
        "none",
        "password",
        "maintenance",
        "firewall",
        "router_new",
        "portal",
        "line_dead",
        "line_engaged",
        "cable",
        "digging",
        "dropped",
        "unpaid",
        "crowd",
        "streaming",
        "restart_in_vain",
        "restart_helped",
        "month",
      ],
    },
    evidence: "human",
    note: "what happened before the network failed, or helped, as a person says",
  },
} as const satisfies Record<string, SignalDefinition>;
