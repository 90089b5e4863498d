import { createDeviceTests } from "../../src/agent/device-tests.ts";
import { catalogue } from "../../src/faults/index.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import type { Climbed } from "../../src/probes/ladder.ts";
import { rungs } from "../../src/probes/rungs.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("tests that the terminal makes itself");

function bench(climbed: readonly Climbed[] = []) {
  const asked: string[] = [];
  const newest: Reading[] = [reading("modem.csq", 20, 0), reading("net.tcp_host", "ok", 0)];
  const tests = createDeviceTests({
    nowMs: () => 1_000,
    newest: () => newest,
    probes: {
      readNow: async () =>
        void newest.push(reading("sim.state", "ready", 1_200), reading("printer.state", "ok", 1_200)),
      network: {
        climb: async (wanted) => {
          asked.push(...wanted);
          return climbed;
        },
      },
    },
  });
  return { tests, asked };
}

test("every test of the catalogue that asks nobody can be made, and no other", () => {
  const { tests } = bench();
  const own = Object.entries(catalogue.tests).flatMap(([name, { asks }]) => (asks === undefined ? [name] : []));
  assert.equal(
    Object.keys(catalogue.tests).filter((name) => tests.has(name)),
    own,
  );
  assert.not(tests.has("constructor"));
});

test("the modem is read, and what is older or of something else is not told as found", async () => {
  const { tests, asked } = bench();
  assert.equal(await tests.make("read_modem"), { kind: "made", readings: [reading("sim.state", "ready", 1_200)] });
  assert.equal(asked, []);
});

test("rungs go through the governor: what it refuses is told, and what is not set up as well", async () => {
  const seen = reading("net.tcp_host", "timeout", 5);
  const { tests, asked } = bench([{ readings: [seen] }, { refusal: "hour" }, {}]);
  assert.equal(await tests.make("connect_host"), { kind: "made", readings: [seen] });
  assert.equal(asked, ["host", "alternate", "host_ping"]);
  assert.equal(await bench([{}, { refusal: "hold" }]).tests.make("echo_host"), { kind: "refused", why: "hold" });
  assert.equal(await bench([{}]).tests.make("ask_gateway"), { kind: "refused", why: "nothing_to_do" });
});

test("what uses the terminal's identity needs the acquirer's consent, and no test goes beyond the levels there are", () => {
  const { tests, asked } = bench();
  const consenting = Object.entries(catalogue.tests).filter(([, { consent }]) => consent === "acquirer");
  for (const [name] of consenting) void tests.make(name);
  const levels = asked.map((rung) => Object.entries(rungs).find(([id]) => id === rung)?.[1].level);
  assert.equal([...new Set(levels)].toSorted(), [3, 4]);
});

test.run();
