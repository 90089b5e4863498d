import { readCommand } from "../../hw-sim/commands.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("commands typed at the bench");

const good: ReadonlyArray<readonly [string, object]> = [
  ['{"set":{"sim":"absent"}}', { kind: "set", change: { sim: "absent" } }],
  ['{"set":{"signal":"weak","host":"down"}}', { kind: "set", change: { signal: "weak", host: "down" } }],
  ['{"get":true}', { kind: "get" }],
  ['{"inject":"\\r\\nRDY\\r\\n"}', { kind: "inject", text: "\r\nRDY\r\n" }],
  ['{"quit":true}', { kind: "quit" }],
  ["quit", { kind: "quit" }],
  ["sim absent", { kind: "set", change: { sim: "absent" } }],
  ["silent true", { kind: "set", change: { silent: true } }],
  ['pdp {"rejected": 33}', { kind: "set", change: { pdp: { rejected: 33 } } }],
];
for (const [line, command] of good) test(`takes ${line}`, () => assert.equal(readCommand(line), command));

const bad: ReadonlyArray<readonly [string, RegExp]> = [
  ["{", /not JSON/],
  ["{}", /one command a line/],
  ["[]", /is no command/],
  ['{"set":{"sim":"gone"}}', /"sim" cannot be "gone"; allowed: "ready", "absent", "pin", "puk"/],
  ['{"set":{"sim":"absent","colour":"red"}}', /there is no "colour"; keys: power, silent, sim/],
  ['{"set":{"signal":{"rsrp":-200,"rsrq":-9,"sinr":3}}}', /"signal" cannot be .*-140\.\.-44/],
  ['{"set":{"signal":{"rsrp":-90}}}', /"signal" cannot be/],
  ['{"set":{"registration":{"stat":3,"cause":300}}}', /"registration" cannot be/],
  ['{"set":{"pdp":{"rejected":1.5}}}', /"pdp" cannot be/],
  ['{"set":{"wire":{"noise":2}}}', /"wire" cannot be/],
  ['{"set":{"__proto__":{"sim":"absent"}}}', /there is no "__proto__"/],
  ['{"set":5}', /"set" wants an object/],
  ['{"set":{}}', /"set" is empty/],
  ['{"get":1}', /is no command/],
  ['{"inject":""}', /"inject" wants/],
  ["dance", /"dance" is no command/],
];
for (const [line, error] of bad) {
  test(`refuses ${line} and says what is allowed`, () => {
    const command = readCommand(line);
    assert.is(command.kind, "bad");
    assert.match(command.kind === "bad" ? command.error : "", error);
  });
}
test.run();
