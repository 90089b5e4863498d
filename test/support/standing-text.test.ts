import { signOf, textOf } from "../../src/faults/text.ts";
import { encodeBirth } from "../../src/report/encode.ts";
import { open } from "../../src/support/inbox.ts";
import { standingLines } from "../../src/support/standing-text.ts";
import { textOfMessage } from "../../src/support/text.ts";
import { assert, suite } from "../front-door/suite.ts";
import { stamp, terminal } from "../report/samples.ts";

const test = suite("support/standing-text");
const all = { dataPack: "acme-11", dataGivenUp: "acme-12", configFellBack: true } as const;

test("what is as it should be is not spoken of; what is not, in either language", () => {
  assert.equal(standingLines({}, "en"), []);
  assert.equal(standingLines({ dataPack: "acme-11" }, "en"), ["signed data acme-11"]);
  assert.match(standingLines(all, "en").join(), /acme-11, GAVE UP signed data acme-12, ITS CONFIGURATION/);
  assert.not.match(standingLines(all, "zh-CN").join().replace(/acme/g, ""), /[a-z]/i);
});

test("a birth tells it, over the wire", () => {
  const birth = { boot: stamp.boot, terminal: { ...terminal, ...all }, firstSeq: 5, nextSeq: 18 };
  const topic = "pos/v1/shop-8/SN-0042/state/birth";
  const heard = open({ topic, payload: encodeBirth(birth, stamp), retained: false });
  assert.equal(heard.said.kind === "birth" && heard.said.birth.terminal, birth.terminal);
  const text = textOfMessage(
    heard,
    { nowMs: stamp.wallMs, unreadable: 0 },
    { language: "en", colour: false, textOf, signOf },
  );
  assert.match(text, /\n {4}signed data acme-11, GAVE UP signed data acme-12/);
});

test.run();
