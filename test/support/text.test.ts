import { signOf, textOf } from "../../src/faults/text.ts";
import type { Attempt } from "../../src/model/attempt.ts";
import type { CaseEvent } from "../../src/model/case.ts";
import { absent, reading } from "../../src/model/reading.ts";
import type { Language } from "../../src/model/text.ts";
import { encodeAlive, encodeBirth, encodeFaultSet, encodeReport } from "../../src/report/encode.ts";
import { posdiag } from "../../src/report/wire.js";
import { open } from "../../src/support/inbox.ts";
import { lineOf } from "../../src/support/line.ts";
import { textOfMessage, type Vocabulary } from "../../src/support/text.ts";
import { assert, suite } from "../front-door/suite.ts";
import { eventOf, faultSet, measures, pulledSim, stamp, terminal } from "../report/samples.ts";

const test = suite("support/text");
const topic = "pos/v1/shop-8/SN-0042/up/evt";
const english: Vocabulary = { language: "en", colour: false, textOf, signOf };
const hearing = { nowMs: stamp.wallMs + 1850, unreadable: 3 };

function bytesOf(kind: CaseEvent["kind"], clock: "ntp" | "none" = "ntp"): Uint8Array {
  return encodeReport({
    stamp: { ...stamp, clock },
    body: { kind: "case", event: eventOf(pulledSim, kind), snapshot: [] },
  });
}

const heard = (payload: Uint8Array, on = topic) => open({ topic: on, payload, retained: false });

test("a case is one block: what, how sure, why, what not, who acts, how late", () => {
  const text = textOfMessage(heard(bytesOf("opened")), hearing, english);
  assert.equal(text.split("\n"), [
    `${new Date(hearing.nowMs).toISOString()}  shop-8/SN-0042  OPENED  SIM card missing  (sim.absent, 99 %, critical)`,
    "    The terminal does not find its SIM card.",
    "    because no SIM card (sim.state = absent)",
    "    because not registered (modem.reg_state = unregistered)",
    "    not SIM card locked: no SIM card",
    `    not ${textOf("modem.hung", "en").name}: no SIM card`,
    "    to act: merchant",
    "    heard after 2.1 s",
  ]);
});

test("in Chinese nothing is left in English but ids", () => {
  const text = textOfMessage(heard(bytesOf("opened")), hearing, { ...english, language: "zh-CN" });
  assert.match(text, /发生 {2}.+（?\(sim\.absent, 99 %, 严重\)/);
  assert.match(text, /处理方： 商户/);
  assert.match(text, /上报延迟 2\.1 s/);
  assert.not(/because|to act|heard|critical|merchant/.test(text));
});

test("what comes again and again is marked, with what was not sent between, for people and for programs", () => {
  const recurrence = { raisesDay: 4, untold: 2 };
  const message = heard(
    encodeReport({ stamp, body: { kind: "case", event: eventOf(pulledSim), snapshot: [], recurrence } }),
  );
  const text = textOfMessage(message, hearing, english);
  assert.match(text, "critical, RECURRENT: 4 times in 24 h, 2 raises between were not sent)");
  const { raises_24h, untold } = JSON.parse(lineOf(message, 0));
  assert.equal([raises_24h, untold], [4, 2]);
});

test("a closed case is short, and a clock that was never set gives no delay", () => {
  const text = textOfMessage(heard(bytesOf("closed", "none")), hearing, english);
  assert.is(text.split("\n").length, 2);
  assert.match(text, /CLOSED {2}SIM card missing/);
  assert.match(text, /its clock is not set/);
});

test("what cannot be read is named and counted; so is a topic that is none of ours", () => {
  const rubbish = heard(Buffer.from("ffffff", "hex"));
  assert.match(textOfMessage(rubbish, hearing, english), /SN-0042 {2}cannot be read \(3 so far\): malformed, 3 B$/);
  assert.match(
    textOfMessage(heard(Buffer.from("x"), "pos/other"), hearing, english),
    /pos\/other {2}cannot be read .*unknown_topic/,
  );
  assert.is(JSON.parse(lineOf(rubbish, 0)).reason, "malformed");
});

test("a terminal cannot steer the screen of whoever looks", () => {
  const report = posdiag.v1.Report.decode(bytesOf("opened"));
  const verdict = report.caseEvent?.case?.verdict;
  if (!verdict) throw new Error("the sample has no verdict");
  verdict.fault = "x\u001b[2J\u0007\u202e\r\nfake line";
  const text = textOfMessage(heard(posdiag.v1.Report.encode(report).finish()), hearing, english);
  assert.not(/[^\P{Cc}\n]|\p{Cf}/u.test(text));
  assert.not(text.split("\n").includes("fake line"));
});

test("colour only where it is asked for", () => {
  const plain = textOfMessage(heard(bytesOf("opened")), hearing, english);
  const coloured = textOfMessage(heard(bytesOf("opened")), hearing, { ...english, colour: true });
  assert.not(plain.includes("\u001b"));
  assert.ok(coloured.startsWith("\u001b[31m"));
});

test("a line for programs has the fields that they rely on", () => {
  const line = JSON.parse(lineOf(heard(bytesOf("opened")), hearing.nowMs));
  const { kind, event, fault, probability, tenant, terminal, boot, seq, bytes } = line;
  assert.equal(
    { kind, event, fault, probability, tenant, terminal, boot, seq, bytes },
    {
      kind: "case",
      event: "opened",
      fault: "sim.absent",
      probability: 0.9995,
      tenant: "shop-8",
      terminal: "SN-0042",
      boot: stamp.boot,
      seq: 17,
      bytes: 112,
    },
  );
  const alive = encodeAlive({ online: false, session: 4, boot: stamp.boot }, stamp);
  assert.is(JSON.parse(lineOf(heard(alive, topic.replace("up/evt", "state/alive")), 0)).online, false);
});

test("what the agent tried is told with what was measured before and after", () => {
  const attempt: Attempt = {
    ...{ rung: "radio", fault: "cell.no_service", reply: "done", helped: "yes" },
    startedAtMs: stamp.monoMs - 40_000,
    tookMs: 34_400,
    before: [reading("modem.reg_state", "searching", stamp.monoMs - 41_000)],
    after: [reading("modem.reg_state", "home", stamp.monoMs - 6_000), absent("modem.rsrp_dbm", stamp.monoMs)],
  };
  const message = heard(encodeReport({ stamp, body: { kind: "attempt", attempt } }));
  const [head, ...rest] = textOfMessage(message, hearing, english).split("\n");
  const name = textOf("cell.no_service", "en").name;
  assert.ok(head?.endsWith(`  TRIED  radio off and on  against ${name}  (helped, 34 s)`), head);
  assert.equal(rest, [
    "    the modem did it",
    "    before modem.reg_state = searching",
    "    after modem.reg_state = home, modem.rsrp_dbm = absent",
  ]);
  const { before, after, ...line } = JSON.parse(lineOf(message, 0));
  assert.equal([line.kind, line.rung, line.took_ms, line.delay_ms], ["attempt", "radio", 34_400, 40_000]);
  assert.equal([before.length, after.length], [1, 2]);
  const chinese = textOfMessage(message, hearing, { ...english, language: "zh-CN" });
  assert.match(chinese, /自愈 {2}关闭并打开射频/);
  assert.not.match(chinese, /radio off|helped|before|after/);
});

const res = "pos/v1/shop-8/SN-0042/up/res";
const id = "0f1e2d3c".repeat(4);

test("what has become of a command is one line, in both languages, and so is a piece of its result", () => {
  const update = { id, state: "timed_out", reason: "", step: "", result: undefined, audit: undefined } as const;
  const told = heard(encodeReport({ stamp, body: { kind: "command", update } }), res);
  assert.match(textOfMessage(told, hearing, english), /SN-0042 {2}command 0f1e2d3c timed out$/);
  assert.match(textOfMessage(told, hearing, { ...english, language: "zh-CN" }), /命令 0f1e2d3c 超时$/);
  const refused = { ...update, state: "refused", reason: "payment_running" } as const;
  const line = JSON.parse(lineOf(heard(encodeReport({ stamp, body: { kind: "command", update: refused } }), res), 1));
  assert.equal([line.kind, line.id, line.state, line.reason], ["command", id, "refused", "payment_running"]);
  const chunk = { id, offset: 0, total: 40, data: Buffer.alloc(30) };
  const piece = heard(encodeReport({ stamp, body: { kind: "chunk", chunk } }), res);
  assert.match(textOfMessage(piece, hearing, english), /result of command 0f1e2d3c, up to byte 30 of 40$/);
  const { kind, size, data } = JSON.parse(lineOf(piece, 1));
  assert.equal([kind, size, data], ["chunk", 30, undefined]);
});

test("what was measured is told with its range and how often, and who was refused by whom", () => {
  const message = heard(encodeReport({ stamp, body: { kind: "measures", measures } }), topic.replace("evt", "met"));
  const [first = "", ...rest] = textOfMessage(message, hearing, english).split("\n");
  assert.match(first, /measured in 60 min: payments 8 approved, 1 refused, 0 unanswered, 1 not sent$/);
  assert.equal(rest.slice(0, 1).concat(rest.slice(-4)), [
    "    modem.rsrp_dbm -104 … -97.6 … -91 (60)",
    "    issuer bankA: 5 approved, 0 refused",
    "    issuer bankB: 3 approved, 1 refused",
    "    chip: 4 read, 1 not read",
    "    contactless: 6 read, 0 not read",
  ]);
  const chinese = textOfMessage(message, hearing, { ...english, language: "zh-CN" });
  assert.match(chinese, /60分钟内测得：.*拒绝1笔/);
  assert.match(chinese, /挥卡：读卡成功6次，失败0次/);
  const { kind, span_s, signals, payments } = JSON.parse(lineOf(message, 0));
  assert.equal([kind, span_s, signals.length, payments.approved], ["measures", 3_600, 5, 8]);
});

test("where a terminal stands is told with who it is", () => {
  const place = { shop: "hu-0815", region: "east", carrier: "46000" };
  const birth = { boot: stamp.boot, terminal: { ...terminal, place }, firstSeq: 1, nextSeq: 2 };
  const message = heard(encodeBirth(birth, stamp), topic.replace("up/evt", "state/birth"));
  assert.match(textOfMessage(message, hearing, english), /\n {4}shop hu-0815, region east, carrier 46000$/);
  assert.match(
    textOfMessage(message, hearing, { ...english, language: "zh-CN" }),
    /门店 hu-0815, 地区 east, 运营商 46000$/,
  );
  assert.equal(JSON.parse(lineOf(message, 0)).terminal.place, place);
});

test("a terminal that cannot choose between causes says between which, and since when, in both languages and for programs", () => {
  const candidates = [
    { fault: "cell.carrier_outage", probability: 0.45 },
    { fault: "host.down", probability: 0.3 },
  ];
  const unsure = { sinceMs: stamp.monoMs - 60_000, candidates };
  const said = (clock: "ntp" | "none") =>
    heard(
      encodeFaultSet({ ...faultSet, cases: [], unsure }, { ...stamp, clock }),
      "pos/v1/shop-8/SN-0042/state/faults",
    );
  const lines = textOfMessage(said("ntp"), hearing, english).split("\n");
  const since = new Date(stamp.wallMs - 60_000).toISOString();
  const name = (fault: string, language: Language) => textOf(fault, language).name;
  assert.equal(
    lines[1],
    `    cause not known yet, since ${since}; candidates: ${name("cell.carrier_outage", "en")} 45 %, ${name("host.down", "en")} 30 %`,
  );
  const chinese = textOfMessage(said("none"), hearing, { ...english, language: "zh-CN" });
  assert.ok(
    chinese.endsWith(
      `原因尚未确定；可能原因：${name("cell.carrier_outage", "zh-CN")} 45 %、${name("host.down", "zh-CN")} 30 %`,
    ),
  );
  assert.equal(JSON.parse(lineOf(said("ntp"), 0)).unsure, unsure);
});

test.run();
