import { overheard } from "../../src/modem/overheard.ts";
import { assert, suite } from "../front-door/suite.ts";
import { ScriptedPort } from "./scripted-port.ts";

const test = suite("modem/overheard");

test("hears both ways, and changes nothing", async () => {
  const port = new ScriptedPort();
  const heard: string[] = [];
  const lines: string[] = [];
  const opened = await overheard(port.open, (direction, text) => heard.push(`${direction} ${text.trim()}`))({
    line: (text) => lines.push(text),
    partial: () => {},
    lost: () => {},
  });
  opened.write("AT+CSQ\r");
  port.say("\r\n+CSQ: 23,99\r\n\r\nOK\r\n");
  assert.equal(lines, ["+CSQ: 23,99", "OK"]);
  assert.equal(heard, ["to_modem AT+CSQ", "from_modem +CSQ: 23,99", "from_modem OK"]);
  opened.close();
});

test.run();
