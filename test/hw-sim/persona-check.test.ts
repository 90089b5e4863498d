import { checkPersona } from "../../hw-sim/persona-check.ts";
import { loadPersona } from "../../hw-sim/persona-file.ts";
import { createResponder } from "../../hw-sim/responder.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createVirtualTerminal } from "./virtual-terminal.ts";

const test = suite("laws over personas");
const persona = loadPersona("quectel-ec25");

test("the EC25 obeys all of them", () => {
  assert.equal(checkPersona(persona), []);
});
test("an entry without a listed source, or about something that does not exist, is found", () => {
  const answers = [
    { request: "AT+X", reply: "{nonsense}", delay_ms: [1, 2] as const, source: "hearsay" },
    {
      request: "AT+Y",
      when: { weather: 1 },
      set: { mood: 1 },
      final: "MAYBE",
      delay_ms: [1, 2] as const,
      source: "v250",
    },
  ];
  const problems = checkPersona({ ...persona, answers }).join("\n");
  for (const part of ["hearsay", "nonsense", "weather", "mood", "MAYBE"]) assert.ok(problems.includes(part), part);
});
test("every source is used", () => {
  const used = new Set([...persona.answers, ...persona.unsolicited].map(({ source }) => source));
  assert.equal(
    Object.keys(persona.sources).filter((source) => !used.has(source)),
    [],
  );
});
test("no answer stands behind one that always wins", () => {
  const closed = new Set<string>();
  const hidden = persona.answers.filter(({ request, when }) => {
    const behind = closed.has(request);
    if (!when) closed.add(request);
    return behind;
  });
  assert.equal(hidden, []);
});
test("every command is answered in every state a terminal can be in", () => {
  const responder = createResponder(persona);
  const worlds = [
    {},
    { sim: "absent" },
    { sim: "pin" },
    { sim: "puk" },
    { signal: "none" },
    { registration: "denied" },
    { registration: "roaming" },
    { pdp: { rejected: 8 } },
  ];
  for (const world of worlds) {
    const terminal = createVirtualTerminal();
    if (Object.keys(world).length > 0) terminal.set(world);
    terminal.time.pass(60_000);
    const view = terminal.modem.view();
    for (const { request } of persona.answers) {
      const bytes = responder.render(responder.find(request, view), view);
      assert.match(bytes, /(?:OK|ERROR|ERROR: .+)\r\n$/, `${request} in ${JSON.stringify(world)}`);
      assert.not.match(bytes, /undefined|[{}]/, request);
    }
  }
});
test.run();
