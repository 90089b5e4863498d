import { createLog } from "../../src/base/log.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("base/log");

function logged(mayWrite?: () => boolean) {
  const lines: string[] = [];
  const clock = new VirtualClock();
  const write = (line: string) => void lines.push(line);
  const log = createLog({ clock, threshold: "notice", write, ...(mayWrite && { mayWrite }) });
  return { log, lines, clock };
}

test("writes one JSON object a line behind its priority, from the threshold on", () => {
  const { log, lines } = logged();
  log("info", "not_seen");
  log("warning", "uplink.down", { code: 5 });
  assert.is(lines.length, 1);
  assert.match(lines[0] ?? "", /^<4>\{.*"level":"warning","event":"uplink.down","code":5\}\n$/);
});

test("what may not be written is replaced by a line that has nothing of it", () => {
  const { log, lines } = logged(() => false);
  log("error", "card_4111", { said: "4111111111111111" });
  assert.match(lines[0] ?? "", /"level":"error","event":"log.withheld"\}\n$/);
  assert.not.match(lines.join(""), "4111");
});

test("the same event is written ten times a minute; the rest is counted", async () => {
  const { log, lines, clock } = logged();
  for (let time = 0; time < 25; time += 1) log("error", "again");
  assert.is(lines.length, 10);
  await clock.advance(60_000);
  log("error", "again");
  assert.match(lines.at(-1) ?? "", /"held":15/);
});

test.run();
