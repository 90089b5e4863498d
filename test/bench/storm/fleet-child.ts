/**
 * A part of a fleet: real uplinks with real outboxes and sockets, in one process. Arguments: port, MQTT version, first agent, agents, seed,
 * how often faster than real time. Sends `{agent, what, atMs}` to its parent: `try` for every attempt to connect, `up` once it is greeted.
 */
import { setMaxListeners } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Clock, systemClock } from "../../../src/base/clock.ts";
import { silentLog } from "../../../src/base/log.ts";
import { seededRandom } from "../../../src/base/random.ts";
import { openOutbox } from "../../../src/outbox/outbox.ts";
import { encodeAlive, encodeBirth, encodeFaultSet } from "../../../src/report/encode.ts";
import { createUplink } from "../../../src/uplink/uplink.ts";
import { terminal } from "../../report/samples.ts";

const [port = 0, version = 5, from = 0, count = 0, seed = 1, speed = 1] = process.argv.slice(2).map(Number);
const startMs = systemClock.monoMs();
const clock: Clock = {
  ...systemClock,
  monoMs: () => Math.round(startMs + (systemClock.monoMs() - startMs) * speed),
  sleep: (ms, signal) => systemClock.sleep(ms / speed, signal),
};
const limits = { bytes: 65_536, count: 100, ageMs: 1e12 };
const root = mkdtempSync(join(tmpdir(), "posdiag-storm-"));
const stop = new AbortController();
setMaxListeners(0, stop.signal); // Every agent of this process listens.

async function live(agent: number): Promise<void> {
  const say = (what: "try" | "up") => process.send?.({ agent, what, atMs: Date.now() });
  const random = seededRandom(seed * 100_003 + agent);
  const dir = join(root, `${agent}`);
  const outbox = await openOutbox({ dir, limits, clock, log: silentLog, systemBoot: "storm", random });
  const moment = () => ({ wallMs: clock.wallMs(), monoMs: clock.monoMs(), clock: "ntp" }) as const;
  const { boot } = outbox.position();
  const uplink = createUplink({
    ...{ outbox, clock, random, log: silentLog },
    options: {
      url: `mqtt://127.0.0.1:${port}`,
      ...{
        protocol: version === 5 ? "5" : "3.1.1",
        keepaliveS: 900,
        ack: "puback",
        tenant: "storm",
        serial: `T${agent}`,
      },
    },
    birth: () => encodeBirth({ ...outbox.position(), terminal }, moment()),
    alive: (online, session) => {
      say(online ? "up" : "try"); // The will is made for every attempt; that it is online is said when the birth is.
      return encodeAlive({ online, session, boot }, moment());
    },
    faultSet: () => encodeFaultSet({ boot, epoch: 1, coversSeq: 0, cases: [] }, moment()),
  });
  await uplink.run(stop.signal);
  await outbox.close();
}

process.on("message", () => stop.abort());
await Promise.all(Array.from({ length: count }, (_, index) => live(from + index)));
rmSync(root, { recursive: true });
process.disconnect();
