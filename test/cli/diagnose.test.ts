import { join } from "node:path";
import { diagnoseCommand } from "../../src/cli/diagnose.ts";
import { assert, suite } from "../front-door/suite.ts";
import { diagnosis, well } from "../ipc/bench.ts";
import { type Asked, createAsked } from "./asked.ts";

const test = suite("posdiag diagnose");

let asked: Asked;

test.before.each(async () => {
  asked = await createAsked(diagnoseCommand);
});

test.after.each(() => asked.end());

test("diagnose prints what to do, what not to do, the evidence and what was ruled out, in that order", async () => {
  const { exit, out } = await asked.run(["diagnose", "--lang", "en", "--socket", asked.socket]);
  assert.is(exit, 0);
  assert.match(
    out,
    /^say in en\n {2}\(sim\.absent, 99 %, critical, merchant\)\nWhat to do:\n {2}- Put it back\.\nWhat not to do:\n {2}- Do not swap it\.\nEvidence:\n.*sim\.state = absent, 0 s ago {2}7\.3 nat\n\nLess likely:\n.*sim\.contact_bad.*\n\nRuled out:\n.*because some signal\n$/s,
  );
});

test("a cause that comes again and again is marked, in both languages", async () => {
  asked.answer(() => ({ ...diagnosis(), verdicts: diagnosis().verdicts.map((one) => ({ ...one, recurrent_24h: 4 })) }));
  const said = async (language: string) =>
    (await asked.run(["diagnose", "--lang", language, "--socket", asked.socket])).out;
  assert.match(await said("en"), "Recurrent: 4 times in 24 h.\nWhat to do:");
  assert.match(await said("zh-CN"), "反复发生：24小时内4次。");
});

test("the language is the one asked for, else the configured one, else the session's", async () => {
  const config = await asked.writeConfig({ merchant: { language: "zh-CN" } });
  const chinese = { LANG: "zh_CN.UTF-8" };
  const first = async (args: readonly string[], env = {}) =>
    (await asked.run(["diagnose", ...args], env)).out.split("\n")[0];
  assert.is(await first(["--config", config, "--lang", "en"]), "say in en");
  assert.is(await first(["--config", config]), "say in zh-CN");
  assert.is(await first(["--socket", asked.socket], chinese), "say in zh-CN");
  assert.is(await first(["--socket", asked.socket], { LC_ALL: "C", ...chinese }), "say in en");
});

test("diagnose says that all is well, in both languages", async () => {
  asked.answer(() => well);
  assert.is((await asked.run(["diagnose", "--lang", "en", "--socket", asked.socket])).out, "All is well.\n");
  assert.is((await asked.run(["diagnose", "--lang", "zh-CN", "--socket", asked.socket])).out, "一切正常。\n");
});

test("diagnose says when it does not know, with the candidates and the test that would tell", async () => {
  const cost_parts = { seconds: 20, bytes: 0, disturbance: 0, person: 0 };
  const next_tests = [
    {
      test: "read_modem",
      text: "read the modem",
      cost: 20,
      cost_parts,
      separates: ["modem.hung", "modem.module_fault"],
    },
  ];
  asked.answer(() => ({ ...diagnosis(), unknown: true, next_tests }));
  const { out } = await asked.run(["diagnose", "--lang", "en", "--socket", asked.socket]);
  assert.match(
    out,
    /^Something is wrong; what it is, is not known yet\.\nIt may be:\n {2}\S.* {2}sim\.absent {2}99 %\n/,
  );
  assert.match(out, /Tests that would tell more:\n {2}read the modem {2}20 s {2}tells apart \S/);
  assert.not.match(out, /What to do/);
});

test("diagnose --json prints the diagnosis as it is", async () => {
  const { out } = await asked.run(["diagnose", "--json", "--lang", "en", "--socket", asked.socket]);
  assert.equal(JSON.parse(out), diagnosis("say in en"));
});

test("without an agent the exit code is 69, and the way to start it is told", async () => {
  const { exit, out, err } = await asked.run(["diagnose", "--socket", join(asked.directory, "nobody.sock")]);
  assert.equal([exit, out], [69, ""]);
  assert.match(err, /ENOENT.*systemctl start posdiag.*posdiag agent --config FILE/);
});

test("wrong use is exit code 64 with the way to the help", async () => {
  for (const args of [
    ["diagnose", "--lang", "fr"],
    ["diagnose", "--active=5"],
    ["diagnose", "x"],
  ]) {
    const { exit, err } = await asked.run(args);
    assert.is(exit, 64, args.join(" "));
    assert.match(err, /see posdiag diagnose --help\n$/);
  }
});

test.run();
