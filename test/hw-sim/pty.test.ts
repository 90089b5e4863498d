/** The simulator's port in the hands of the real serial library. */
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PtyPort } from "../../hw-sim/pty.ts";
import { assert, suite } from "../front-door/suite.ts";
import { openSession } from "./serial-session.ts";

const folder = mkdtempSync(join(tmpdir(), "posdiag-pty-"));
const link = join(folder, "modem");

const test = suite("serial port");
let port: PtyPort;

test.before.each(() => {
  port = new PtyPort(link, (bytes) => port.write(bytes));
  port.attach();
});
test.after.each(() => port.close());
test.after(() => rmSync(folder, { recursive: true }));

test("bytes pass unchanged both ways, line ends and all", async () => {
  const serial = await openSession(link);
  const text = "\u0000AT\r\n\r\u00ff\u001b>\n";
  serial.send(text);
  await serial.heard(text);
  await serial.close();
  assert.is(port.dropped, 0);
});
test("a client may close and open again", async () => {
  for (const word of ["first", "second"]) {
    const serial = await openSession(link);
    serial.send(word);
    await serial.heard(word);
    await serial.close();
  }
  assert.ok(port.path);
});
test("a hang-up closes the client's port and takes the link away; the return has another number", async () => {
  const serial = await openSession(link);
  await serial.rest();
  const before = realpathSync(link);
  port.hangUp();
  await serial.closed;
  assert.not.ok(existsSync(link));
  port.attach();
  assert.is.not(realpathSync(link), before);
  const again = await openSession(link);
  again.send("AT");
  await again.heard("AT");
  await again.close();
});
test("a file in the link's place is left alone", () => {
  port.hangUp();
  writeFileSync(link, "mine");
  assert.throws(() => port.attach(), /is not a symbolic link/);
  assert.ok(existsSync(link));
  rmSync(link);
});
test("what nobody reads is dropped beyond a bound, and counted", () => {
  for (let i = 0; i < 400; i += 1) port.write(Buffer.alloc(1_024, 0x41));
  assert.ok(port.dropped > 0);
});
test.run();
