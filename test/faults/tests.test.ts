/** Every question can be asked by some incident, and its answers move the diagnosis; every test has its words. */
import { catalogue } from "../../src/faults/index.ts";
import { tests } from "../../src/faults/tests.ts";
import { testText, testTexts } from "../../src/faults/texts/questions.ts";
import type { Diagnosis } from "../../src/model/case.ts";
import type { Capability } from "../../src/model/catalogue.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import { isPlausible, isSignalId } from "../../src/model/signal.ts";
import { languages } from "../../src/model/text.ts";
import { createThinker } from "../../src/think.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("tests and questions");
const script = { en: /^[ -~]+$/, "zh-CN": /^[\u4e00-\u9fff，。？：、]+$/ } as const;

test("every test is named in both languages, and every answer has its words", () => {
  assert.equal(Object.keys(testTexts).toSorted(), Object.keys(tests).toSorted());
  for (const [name, { answers = {} }] of Object.entries(catalogue.tests)) {
    for (const language of languages) {
      assert.equal(Object.keys(testText(name, language).answers ?? {}), Object.keys(answers), `${name} ${language}`);
    }
  }
});

test("what is said is short and in its script, and what is asked is a sentence", () => {
  for (const language of languages) {
    const all = Object.keys(tests).map((name) => testText(name, language));
    const words = all.flatMap(({ text, answers }) => [text, ...Object.values(answers ?? {})]);
    assert.equal(
      words.filter((each) => each.length > 80 || !script[language].test(each)),
      [],
    );
    const asked = all.flatMap(({ text, answers }) => (answers ? [text] : []));
    assert.equal(
      asked.filter((each) => !/[.?。？]$/.test(each)),
      [],
    );
  }
});

test("answers come to values that their signal can have, and one may always not know", () => {
  for (const [name, { answers }] of Object.entries(catalogue.tests)) {
    const meanings = Object.values(answers ?? {});
    const readings = meanings.filter((meaning) => typeof meaning === "object");
    for (const { signal, value } of readings) assert.ok(isPlausible(signal, value), name);
    if (answers) assert.ok(meanings.includes("unknown"), name);
  }
});

test("nobody is asked, and nothing is sent, while a payment runs; nobody restarts or pays while a reversal waits", () => {
  const free = Object.entries(catalogue.tests).flatMap(([name, { forbidden = [] }]) =>
    forbidden.includes("payment") ? [] : [name],
  );
  assert.equal(free, ["read_modem", "read_links", "read_body"]);
  const careful = ["restart_terminal", "try_other_card", "insert_again", "sign_in", "echo_host", "shake_hands"];
  for (const name of careful) {
    assert.ok(catalogue.tests[name]?.forbidden?.includes("reversal"), name);
  }
});

type Facts = Readonly<Record<string, string | number | boolean>>;

const shop: readonly Capability[] = ["lan", "ethernet", "wifi", "printer"];
const mobile: readonly Capability[] = ["cellular", "printer"];
const unanswered: Facts = { "txn.running": false, "txn.stage": "ended", "txn.outcome": "timeout" };
const begun = (card: string): Facts => ({
  "txn.running": true,
  "txn.type": "sale",
  "txn.card_ref": card,
  "txn.entry_mode": "icc",
});
const mute: readonly Facts[] = [{ "reader.icc_event": "inserted" }, { "reader.icc_event": "mute" }];
const chipFailed: Facts = { "txn.running": false, "txn.outcome": "aborted", "txn.hindrance": "chip_failed" };
const refusedOnce = (rc: string): Facts => ({ "txn.running": false, "txn.outcome": "declined", "txn.rc": rc });
const cable: Facts = { "net.default_iface": "eth0", "lan.link_carrier": "up", "net.ip_assigned": true };

interface Row {
  readonly has: readonly Capability[];
  readonly incident: readonly Facts[];
  /** What follows: the answer's reading, or what the merchant's doing is told as. */
  readonly brings: readonly Facts[];
  /** The fault that this makes likelier. */
  readonly moves: string;
}

/** Nobody knows more than that. */
const complained: readonly Facts[] = [{ "operator.report": "it does not work" }];
const swiped: readonly Facts[] = [
  { ...begun("c1"), "txn.entry_mode": "mag" },
  { "reader.mag_event": "lrc_error" },
  { "txn.running": false, "txn.outcome": "aborted" },
];

const rows: Readonly<Record<string, Row>> = {
  show_last: { has: mobile, incident: complained, brings: [refusedOnce("05")], moves: "issuer.do_not_honor" },
  try_other_card: {
    has: mobile,
    incident: [begun("c1"), ...mute, ...mute, chipFailed],
    brings: [begun("c2"), { "reader.icc_event": "inserted" }, { "reader.icc_event": "atr_ok" }],
    moves: "card.chip_damaged",
  },
  try_other_way: {
    has: mobile,
    incident: [begun("c1"), ...mute, ...mute, chipFailed],
    brings: [{ "answer.other_way": "fails" }],
    moves: "card.chip_damaged",
  },
  insert_again: {
    has: mobile,
    incident: [begun("c1"), ...mute, chipFailed],
    brings: [begun("c1"), ...mute, ...mute, chipFailed],
    moves: "card.chip_damaged",
  },
  swipe_again: {
    has: mobile,
    incident: [...swiped, ...complained],
    brings: swiped,
    moves: "card.mag_damaged",
  },
  tap_again: {
    has: mobile,
    incident: [{ "reader.status": "error" }, ...complained],
    brings: [{ ...begun("c1"), "txn.entry_mode": "nfc" }, { "reader.nfc_event": "none" }],
    moves: "reader.nfc_fault",
  },
  clean_slot: {
    has: mobile,
    incident: [begun("c1"), ...mute, ...mute, chipFailed],
    brings: [{ "answer.slot_cleaned": "works" }],
    moves: "reader.icc_dirty",
  },
  ask_neighbours: {
    has: shop,
    incident: [unanswered, { ...cable, "net.gateway_ping": "fail" }],
    brings: [{ "lan.other_devices_ok": "no" }],
    moves: "lan.router_fault",
  },
  ask_shop: {
    has: shop,
    incident: [unanswered, { ...cable, "net.gateway_ping": "fail" }],
    brings: [{ "answer.shop_terminals": "fail" }],
    moves: "lan.router_fault",
  },
  look_at_router: {
    has: shop,
    incident: [unanswered, { ...cable, "net.gateway_ping": "fail", "lan.arp_gateway": "incomplete" }],
    brings: [{ "answer.router_lights": "off" }],
    moves: "lan.router_fault",
  },
  look_at_cable: {
    has: shop,
    incident: [unanswered, { "net.default_iface": "none", "net.ip_assigned": false }],
    brings: [{ "answer.cable": "out" }],
    moves: "lan.cable_loose",
  },
  listen_to_line: {
    has: ["dial_up"],
    incident: [unanswered, { "line.dial_result": "no_carrier" }, { "line.dial_success_pct": 40 }],
    brings: [{ "answer.dial_tone": "no" }],
    moves: "line.pstn_fault",
  },
  look_at_paper: {
    has: mobile,
    incident: [{ "printer.job": "partial" }],
    brings: [{ "answer.paper": "jammed" }],
    moves: "printer.paper_jam",
  },
  print_slip: {
    has: mobile,
    incident: [{ "printer.job": "failed" }, ...complained],
    brings: [{ "printer.state": "fault" }],
    moves: "printer.fault",
  },
  ask_printer: {
    has: mobile,
    incident: [{ "printer.job": "failed" }, ...complained],
    brings: [{ "compare.told_printer": "overheat" }],
    moves: "printer.overheat",
  },
  self_test: {
    has: mobile,
    incident: complained,
    brings: [{ "device.self_test": "fail:controller" }],
    moves: "device.controller_fault",
  },
  sign_in: {
    has: mobile,
    incident: complained,
    brings: [{ "host.signin_rc": "97" }],
    moves: "terminal.not_registered",
  },
  ask_part: {
    has: mobile,
    incident: complained,
    brings: [{ "compare.told_part": "screen" }],
    moves: "device.display_fault",
  },
  ask_power: {
    has: mobile,
    incident: [{ "power.battery_pct": 10, "power.adapter_mv_min_under_load": 4_200 }],
    brings: [{ "compare.told_power": "other_adapter" }],
    moves: "power.adapter_mismatch",
  },
  ask_signal: {
    has: mobile,
    incident: [unanswered],
    brings: [{ "compare.told_signal": "weak" }],
    moves: "cell.signal_weak",
  },
  ask_before: {
    has: shop,
    incident: [unanswered],
    brings: [{ "compare.told_change": "cable" }],
    moves: "lan.cable_loose",
  },
  ask_place: {
    has: mobile,
    incident: [{ "device.touch_resets_1h": 1 }, ...complained],
    brings: [{ "compare.told_air": "damp" }],
    moves: "env.humidity",
  },
  ask_cure: {
    has: mobile,
    incident: [begun("c1"), ...mute, ...mute, chipFailed],
    brings: [{ "compare.told_cure": "cleaned" }],
    moves: "reader.icc_dirty",
  },
  ask_portal: {
    has: mobile,
    incident: [unanswered, { "sim.state": "ready", "modem.reg_state": "home", "modem.pdp_state": "inactive" }],
    brings: [{ "sim.portal_status": "suspended" }],
    moves: "sim.arrears",
  },
  look_at_charger: {
    has: mobile,
    incident: [{ "power.battery_pct": 10, "power.adapter_mv_min_under_load": 4_200 }],
    brings: [{ "answer.charger": "other_adapter" }],
    moves: "power.adapter_mismatch",
  },
  read_screen: {
    has: mobile,
    incident: [{ "txn.running": false, "txn.outcome": "aborted", "txn.hindrance": "key_wrong" }],
    brings: [{ "answer.screen": "sign_in" }],
    moves: "session.signin_required",
  },
  ask_moved: {
    has: mobile,
    incident: [{ ...chipFailed, "txn.hindrance": "terminal_locked" }],
    brings: [{ "answer.moved": "yes" }],
    moves: "terminal.geofence_blocked",
  },
  ask_number: {
    has: mobile,
    incident: [{ ...refusedOnce("14"), "txn.entry_mode": "manual" }],
    brings: [{ "answer.number_keyed": "wrong" }],
    moves: "operator.wrong_pan_entry",
  },
  restart_terminal: {
    has: mobile,
    incident: [unanswered, { "modem.module_present": false }],
    brings: [{ "device.uptime_s": 60, "modem.module_present": false }],
    moves: "modem.module_fault",
  },
};

function readingsOf(steps: readonly Facts[], fromMs: number): readonly Reading[] {
  return steps.flatMap((facts, at) =>
    Object.entries(facts).flatMap(([signal, value]) =>
      isSignalId(signal) ? [reading(signal, value, fromMs + 1_000 * at)] : [],
    ),
  );
}

const chance = ({ verdicts, rivals }: Diagnosis, fault: string): number =>
  [...verdicts, ...rivals].find((each) => each.fault === fault)?.probability ?? 0;

for (const [name, { has, incident, brings, moves }] of Object.entries(rows)) {
  test(`${name} is asked, and what comes of it speaks for ${moves}`, () => {
    const thinker = createThinker({ catalogue, capabilities: new Set(has), holdMs: 600_000 });
    thinker.see(readingsOf(incident, 0));
    const before = thinker.think(60_000).diagnosis;
    assert.ok(
      before.nextTests.map((each) => each.test).includes(name),
      before.nextTests.map((each) => each.test).join(),
    );
    thinker.see(readingsOf(brings, 70_000));
    const after = thinker.think(100_000).diagnosis;
    const [was, is] = [chance(before, moves), chance(after, moves)];
    assert.ok(is > was + 0.02, `${was} → ${is}`);
  });
}

test("there is a row for every question", () => {
  const questions = Object.entries(catalogue.tests).flatMap(([name, { answers }]) => (answers ? [name] : []));
  assert.equal(questions.toSorted(), Object.keys(rows).toSorted());
});

test.run();
