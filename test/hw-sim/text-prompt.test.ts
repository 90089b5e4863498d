import { createTextPrompt } from "../../hw-sim/text-prompt.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the message prompt");
const taken = (prompt: ReturnType<typeof createTextPrompt>, text: string) => {
  const { reply, rest } = prompt.take(Buffer.from(text));
  return [reply, rest.toString()];
};

test("closed, it lets everything through", () => {
  assert.equal(taken(createTextPrompt(), "AT\r\u001b"), ["", "AT\r\u001b"]);
});
test("open, it takes text, prompts after each line, and ends with ESC or Ctrl-Z; what follows is commands", () => {
  const prompt = createTextPrompt();
  prompt.open();
  assert.equal(taken(prompt, "AT\rAT\r"), ["\r\n> \r\n> ", ""]);
  assert.equal(taken(prompt, "x\u001bAT\r"), ["\r\nOK\r\n", "AT\r"]);
  assert.equal(taken(prompt, "AT\r"), ["", "AT\r"]);
  prompt.open();
  assert.equal(taken(prompt, "\u001a"), ["\r\n+CMS ERROR: 304\r\n", ""]);
});
test.run();
