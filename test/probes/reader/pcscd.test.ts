/** The probe beside a real pcscd with a virtual reader: what happens at it is seen and told apart. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertCard } from "../../../hw-sim/virtual-card.ts";
import { systemClock } from "../../../src/base/clock.ts";
import { type Log, silentLog } from "../../../src/base/log.ts";
import { seededRandom } from "../../../src/base/random.ts";
import type { Reading } from "../../../src/model/reading.ts";
import { createReaderProbe } from "../../../src/probes/reader/reader-probe.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { isRunning, startPcscd } from "../../support/pcscd.ts";

const test = suite("card readers: pcscd", { needs: ["pcscd", "vpcd", "unshare", "nsenter"], timeoutMs: 90_000 });

const patienceMs = 20_000;

/** Runs the probe and remembers what it says, each status once. */
function listen(socket: string, name?: string, log: Log = silentLog) {
  const stop = new AbortController();
  const said: string[] = [];
  let status = "";
  const hear = ({ signal, value, quality }: Reading): void => {
    const text = String(value ?? quality);
    if (signal === "reader.icc_event" || text !== status) said.push(text);
    if (signal === "reader.status") status = text;
  };
  const emit = (readings: readonly Reading[]) => readings.forEach(hear);
  const parts = { clock: systemClock, random: seededRandom(1), log, emit };
  const ended = createReaderProbe({ ...parts, socket, name }).run(stop.signal);
  return {
    said,
    /** Waits until the last thing said is this. */
    async until(last: string): Promise<void> {
      const endMs = systemClock.monoMs() + patienceMs;
      while (said.at(-1) !== last) {
        if (systemClock.monoMs() > endMs) throw new Error(`waited for ${last}: ${said.join(", ")}`);
        await systemClock.sleep(50);
      }
    },
    async end(): Promise<void> {
      stop.abort();
      await ended;
    },
  };
}

test("insertion, a mute card, removal, no reader, and no service are told apart", async () => {
  const pcscd = await startPcscd();
  const probe = listen(pcscd.socket, "Virtual PCD 00 00");
  try {
    await probe.until("ok");
    const good = await insertCard(pcscd.port, "good");
    await probe.until("powered");
    good.remove();
    await probe.until("removed");
    const mute = await insertCard(pcscd.port, "mute");
    await probe.until("mute");
    mute.remove();
    await probe.until("removed");
    await pcscd.kill();
    await probe.until("error");
    await pcscd.restart("without");
    await probe.until("not_present");
    await pcscd.kill();
    await probe.until("error");
    await pcscd.restart("with");
    await probe.until("ok");
  } finally {
    await probe.end();
    await pcscd.remove();
  }
  const said = probe.said.filter((each, index) => index > 0 || each !== "absent");
  const cards = ["inserted", "powered", "removed", "inserted", "mute", "removed"];
  assert.equal(said, ["ok", ...cards, "error", "not_present", "error", "ok"]);
  assert.equal(pcscd.pids.filter(isRunning), []);
});

test("a service that never was is no error", async () => {
  const probe = listen("/nowhere/pcscd.comm");
  await probe.until("absent");
  await probe.end();
  assert.equal(probe.said, ["absent"]);
});

test.run();

const strangers = suite("card readers: another protocol");

strangers("is no reading, and said once in the log", async () => {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-pcscd-"));
  const path = join(folder, "socket");
  // As pcscd 1.9.9 replies, with major version 5.
  const reply = Buffer.from("050000000400000000000000", "hex");
  let asked = 0;
  const server = createServer((socket) => {
    socket
      .on("error", () => {})
      .on("data", () => {
        asked += 1;
        socket.end(reply);
      });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const lines: unknown[] = [];
  const probe = listen(path, undefined, (_level, _event, fields) => lines.push(fields?.["trouble"]));
  try {
    await probe.until("absent");
    while (asked < 2) await systemClock.sleep(50);
  } finally {
    await probe.end();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  }
  assert.equal(probe.said, ["absent"]);
  assert.equal(lines, ["foreign"]);
});

strangers.run();
