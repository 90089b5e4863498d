/** A reader that leaves a pcscd that goes on, as USB readers do: a server that repeats the captured answers, over a real socket. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Clock, systemClock } from "../../../src/base/clock.ts";
import { silentLog } from "../../../src/base/log.ts";
import { seededRandom } from "../../../src/base/random.ts";
import { createReaderProbe } from "../../../src/probes/reader/reader-probe.ts";
import { statesBytes } from "../../../src/probes/reader/states.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { captured } from "./captured.ts";

const test = suite("card readers: over one connection");

/** Fifty times as fast as life. */
const hasty: Clock = { ...systemClock, sleep: (ms, signal) => systemClock.sleep(ms / 50, signal) };

/** What pcscd answers, look by look; the last one is repeated. `major`: the protocol it claims. */
function repeat(path: string, looks: readonly (keyof typeof captured | "nobody")[], major: number): Server {
  let at = 0;
  return createServer((socket) => {
    socket.on("data", (asked) => {
      if (asked.readUInt32LE(4) === 0x11) {
        const version = Buffer.alloc(12);
        version.writeInt32LE(major, 0);
        version.writeInt32LE(4, 4);
        socket.write(version);
        return;
      }
      const look = looks[Math.min(at, looks.length - 1)] ?? "nobody";
      at += 1;
      const answer = Buffer.alloc(statesBytes);
      if (look !== "nobody") answer.write(captured[look], "hex");
      socket.write(answer);
    });
    socket.on("error", () => {});
  }).listen(path);
}

async function hear(looks: readonly (keyof typeof captured | "nobody")[], major = 4): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-pcscd-"));
  const path = join(folder, "pcscd.comm");
  const server = repeat(path, looks, major);
  const heard: string[] = [];
  const stop = new AbortController();
  const probe = createReaderProbe({
    ...{ clock: hasty, random: seededRandom(7), log: silentLog, socket: path, name: undefined },
    emit: (readings) =>
      void heard.push(...readings.map(({ signal, value, quality }) => `${signal} ${value ?? quality}`)),
  });
  const running = probe.run(stop.signal);
  await systemClock.sleep(60 * (looks.length + 2));
  stop.abort();
  await running;
  server.close();
  rmSync(folder, { recursive: true });
  // A state is said again, so that it does not age.
  let status: string | undefined;
  return heard.filter((said) => {
    if (!said.startsWith("reader.status")) return true;
    const news = said !== status;
    status = said;
    return news;
  });
}

test("unplugged and back while pcscd goes on", async () => {
  assert.equal(await hear(["empty", "inserted", "removed", "nobody", "nobody", "empty"]), [
    "reader.status ok",
    "reader.icc_event inserted",
    "reader.icc_event powered",
    "reader.icc_event removed",
    "reader.status not_present",
    "reader.status ok",
  ]);
});

test("another protocol is not guessed at", async () => {
  assert.equal(await hear(["empty", "inserted"], 3), ["reader.status absent"]);
});

test.run();
