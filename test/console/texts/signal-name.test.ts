import { isCount, signalName, signalUnit } from "../../../src/console/texts/signal-name.ts";
import { signals } from "../../../src/model/signal.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("console/texts/signal-name");

test("every signal that is measured or told has a name in both languages", () => {
  const nameless = Object.keys(signals).filter((signal) => {
    const own = /^(?:compare|answer)\./.test(signal);
    return !own && (["en", "zh-CN"] as const).some((language) => signalName(signal, language) === signal);
  });
  assert.equal(nameless, []);
});

test("what the collector counts has one too, and what nobody knows is itself", () => {
  assert.equal(
    ["payments.approved", "reads.chip.failed", "data.day_kb"].map((name) => signalName(name, "zh-CN")),
    ["交易成功", "插卡失败", "每日流量"],
  );
  assert.is(signalName("issuer.icbc.refused", "en"), "icbc refused");
  assert.equal(
    ["future.signal", "constructor", "__proto__"].map((name) => signalName(name, "en")),
    ["future.signal", "constructor", "__proto__"],
  );
  assert.equal(["power.temp_c", "modem.rsrp_dbm", "sim.state", "data.day_kb"].map(signalUnit), ["°C", "dBm", "", "kB"]);
  assert.equal(["payments.approved", "issuer.x.approved", "modem.csq"].map(isCount), [true, true, false]);
});

test.run();
