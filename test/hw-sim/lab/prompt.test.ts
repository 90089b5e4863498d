/** The lab as a person at the prompt has it. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { answerLine, readLabOptions } from "../../../hw-sim/lab/prompt.ts";
import { type LabState, QUIET_SHOP } from "../../../hw-sim/lab/state.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { loader } from "../../support/loader.ts";
import { run } from "./shop-terminal.ts";

const words = suite("the prompt of a lab");

function paperLab() {
  let state = QUIET_SHOP;
  return {
    state: () => state,
    set: async (change: Partial<LabState>) => {
      state = { ...state, ...change };
    },
  };
}

words("sets what is typed, as a word or as JSON, and shows what holds", async () => {
  const lab = paperLab();
  await answerLine("cable out", lab);
  await answerLine('  wifi {"rssi_dbm": -80}', lab);
  await answerLine("portal true", lab);
  assert.equal(lab.state(), { ...QUIET_SHOP, cable: "out", portal: true, wifi: { rssi_dbm: -80, auth: "ok" } });
  assert.equal(JSON.parse((await answerLine("get", lab)) ?? ""), lab.state());
});
words("says what is wrong and changes nothing; help and quit are words, too", async () => {
  const lab = paperLab();
  assert.match((await answerLine("cable gone", lab)) ?? "", "cannot be");
  assert.is(lab.state(), QUIET_SHOP);
  assert.match((await answerLine("help", lab)) ?? "", /^ {2}cable +"in", "out", "loose"$/m);
  assert.is(await answerLine("quit", lab), undefined);
});
words("reads the options, and refuses others", () => {
  const { seed, uplink, mobile, addressing, ipv6 } = readLabOptions(["--lab", "--wifi", "--mobile", "--seed", "12"]);
  assert.equal([seed, uplink, mobile, addressing, ipv6], [12, "wifi", true, "static", false]);
  assert.throws(() => readLabOptions(["--lab", "--seed", "x"]), /--seed must be/);
  assert.throws(() => readLabOptions(["--lab", "--json"]), /--json/);
});
words.run();

const needs = ["namespaces", "ip", "nft", "setpriv", "curl"];
const program = suite("npm run sim -- --lab", { timeoutMs: 15_000, needs });
const main = fileURLToPath(new URL("../../../hw-sim/main.ts", import.meta.url));

program("opens a shop where hosts answer, and leaves nothing when it is told to end", async () => {
  const child = spawn(process.execPath, ["--import", loader, main, "--lab"], { stdio: ["pipe", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  const hear = async (what: RegExp) => {
    while (!what.test(said)) await new Promise((resolve) => setTimeout(resolve, 20));
    return what.exec(said)?.[1] ?? "";
  };
  const enter = (await hear(/terminal {2}(.*) bash\n/)).split(" ");
  const reference = await hear(/listens +(\S+) \(reference\.test\)/);
  const url = `http://${reference}/generate_204`;
  const ask = async () =>
    (await run({ enter }, "curl", "-s", "-m", "1", "-o", "/dev/null", "-w", "%{http_code}", url)).text;
  assert.is(await ask(), "204");
  child.stdin.write("cable out\n");
  await hear(/"cable":"out"/);
  assert.is(await ask(), "000");
  child.kill("SIGTERM");
  const [code] = await new Promise<readonly unknown[]>((resolve) => child.once("close", (...how) => resolve(how)));
  assert.is(code, 0);
  assert.is(existsSync(`/run/netns/${enter[3]}`), false);
});
program.run();
