import { verbOf } from "../../src/console/verb.ts";
import { readWords, wordViews } from "../../src/console/verb-words.ts";
import { verbNames } from "../../src/model/command.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("console/verb-words");

const built = (verb: (typeof verbNames)[number], given: Record<string, unknown>) => {
  const read = readWords(verb, given);
  return "values" in read ? verbOf(verb, read.values) : read;
};

test("words as the page sends them become the verb that is signed", () => {
  assert.equal(built("diagnose", {}), { kind: "diagnose", active: false, language: "" });
  assert.equal(built("diagnose", { active: true, language: "zh-CN" }), {
    kind: "diagnose",
    active: true,
    language: "zh-CN",
  });
  assert.equal(built("log_tail", {}), { kind: "log_tail", lines: 50 });
  assert.equal(built("at_read", { requests: "AT+CSQ\n\n AT+CEREG? \n" }), {
    kind: "at_read",
    requests: ["AT+CSQ", "AT+CEREG?"],
  });
  assert.equal(built("set_config", { settings: ['probes.level="low"', "uplink.url=mqtt://a=b"], trial: "60" }), {
    kind: "set_config",
    settings: [
      { key: "probes.level", value: '"low"' },
      { key: "uplink.url", value: '"mqtt://a=b"' },
    ],
    trialS: 60,
  });
  const key = { name: "anna", key: "ab".repeat(32) };
  assert.equal(built("rotate_keys", { add: JSON.stringify({ keys: [key] }), remove: "" }), {
    kind: "rotate_keys",
    add: [{ ...key, may: [] }],
    remove: [],
  });
  assert.is(built("rotate_keys", { add: "{}" }), undefined);
});

test("what the page asks for is told in both languages, and its choices are those that are taken", () => {
  for (const verb of verbNames) {
    const [english, chinese] = [wordViews(verb, "en"), wordViews(verb, "zh-CN")];
    for (const [at, { name, label, kind, choices = [] }] of english.entries()) {
      assert.is.not(label, chinese[at]?.label, `${verb} ${name}`);
      for (const { value } of kind === "choice" ? choices : [])
        assert.not("wrong" in readWords(verb, { [name]: value }));
    }
  }
});

test.run();
