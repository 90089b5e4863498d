/** The broker is gone for a day of virtual time, with the real uplink and outbox; then it is back. */
import { setTimeout as delay } from "node:timers/promises";
import { type Log, silentLog } from "../../../src/base/log.ts";
import { seededRandom } from "../../../src/base/random.ts";
import { type RecordClass, recordClasses } from "../../../src/model/record.ts";
import type { Outbox } from "../../../src/outbox/outbox.ts";
import { decodeReport } from "../../../src/report/decode.ts";
import { encodeAck, encodeAlive, encodeBirth, encodeFaultSet, encodeReport } from "../../../src/report/encode.ts";
import { createConfirmations } from "../../../src/support/confirmations.ts";
import { open } from "../../../src/support/inbox.ts";
import { topicOf } from "../../../src/uplink/topics.ts";
import { createUplink } from "../../../src/uplink/uplink.ts";
import { createOutboxBench } from "../../outbox/bench.ts";
import { eventOf, pulledSim, terminal } from "../../report/samples.ts";
import { createAedes } from "../../support/aedes.ts";
import { createSubscriber } from "../../support/subscriber.ts";
import { turn, VirtualClock } from "../../support/virtual-clock.ts";

export interface Outage {
  readonly hours: number;
  /** Attempts to connect while it was gone, and the most in any ten minutes. */
  readonly attempts: number;
  readonly mostInTenMinutes: number;
  readonly appended: Readonly<Record<RecordClass, number>>;
  readonly dropped: Readonly<Record<RecordClass, number>>;
  readonly arrived: number;
  /** Seconds of virtual time after the broker was back. */
  readonly firstS: number;
  readonly emptyS: number;
  readonly proved: boolean;
}

const minute = 60_000;
const tick = 2_000;
const limits = { bytes: 1 << 19, count: 800, ageMs: 7 * 86_400_000 };

class Terminal {
  readonly clock = new VirtualClock();
  readonly attempts: number[] = [];
  readonly appended = Object.fromEntries(recordClasses.map((name) => [name, 0]));
  readonly #random;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  moment = () => {
    const passedMs = Math.round(this.clock.monoMs());
    return { wallMs: 1_760_000_000_000 + passedMs, monoMs: 4_000_000 + passedMs, clock: "ntp" } as const;
  };

  async append(outbox: Outbox, name: RecordClass): Promise<void> {
    this.appended[name] = (this.appended[name] ?? 0) + 1;
    const event = { ...eventOf(pulledSim) };
    const body =
      name === "fault" ? ({ kind: "case", event, snapshot: [] } as const) : ({ kind: "started", terminal } as const);
    await outbox.append(name, (id) => encodeReport({ stamp: { ...id, ...this.moment() }, body }));
  }

  /** A measurement a minute, a fault every seven or so, and what the agent does beside it. */
  async liveAMinute(outbox: Outbox): Promise<void> {
    await this.append(outbox, "metric");
    if (this.#random() < 1 / 7) await this.append(outbox, "fault");
    await this.tell(outbox);
  }

  async tell(outbox: Outbox): Promise<void> {
    const dropped = outbox.takeDropped();
    if (dropped.length > 0) {
      const build = (id: { boot: string; seq: number }) =>
        encodeReport({ stamp: { ...id, ...this.moment() }, body: { kind: "dropped", dropped } });
      await outbox.append("state", build, "drops");
    }
  }

  uplink(outbox: Outbox, port: number) {
    const log: Log = (...said) => {
      if (said[1] === "uplink.down") this.attempts.push(this.clock.monoMs());
      silentLog(...said);
    };
    const { tenant, serial } = terminal;
    const options = { url: `mqtt://127.0.0.1:${port}`, protocol: "3.1.1", keepaliveS: 600, ack: "collector" } as const;
    return createUplink({
      ...{ outbox, clock: this.clock, random: this.#random, log, options: { ...options, tenant, serial } },
      birth: () => encodeBirth({ ...outbox.position(), terminal }, this.moment()),
      alive: (online, session) => encodeAlive({ online, session, boot: outbox.position().boot }, this.moment()),
      faultSet: () =>
        encodeFaultSet({ boot: outbox.position().boot, epoch: 1, coversSeq: 0, cases: [] }, this.moment()),
    });
  }

  /** Virtual time does not pass while the real network is asked. */
  async pass(ms: number, isBusy: () => boolean): Promise<void> {
    for (let passed = 0; passed < ms; passed += tick) {
      await this.clock.advance(tick);
      for (let turns = 0; turns < 400 && isBusy(); turns++) await turn();
    }
  }
}

function mostWithin(times: readonly number[], spanMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + spanMs).length));
}

export async function liveThroughOutage(hours: number, seed: number): Promise<Outage> {
  await using place = createOutboxBench();
  await using broker = await createAedes();
  const living = new Terminal(seed);
  const { clock } = living;
  const outbox = await place.open({ clock, limits });
  const uplink = living.uplink(outbox, broker.port);
  const stop = new AbortController();
  const running = uplink.run(stop.signal);
  const isBusy = () => uplink.status().state === "connecting";
  for (let at = 0; at < hours * 60; at++) {
    await living.liveAMinute(outbox);
    await living.pass(minute, isBusy);
  }
  const attempts = [...living.attempts];
  await broker.start();
  const backMs = clock.monoMs();
  await using collector = await createSubscriber(broker.port);
  const confirmations = createConfirmations();
  const arrived = new Set<number>();
  let [firstMs, upTo] = [0, 0];
  collector.onHeard((message) => {
    const report = message.topic.includes("/up/") ? decodeReport(message.payload) : undefined;
    if (report?.kind === "ok") arrived.add(report.value.stamp.seq);
    if (report) firstMs ||= clock.monoMs();
    const ack = confirmations.hear(open(message));
    if (!ack) return;
    upTo = Math.max(upTo, ack.seq);
    void collector.publish(topicOf(terminal, "down/ack"), encodeAck(ack));
  });
  for (let tries = 0; outbox.pendingCount() > 0 && tries < 12_000; tries++) {
    await clock.advance(100);
    await living.tell(outbox);
    await delay(1); // Real sockets want real time.
  }
  const emptyMs = clock.monoMs();
  const { dropped } = outbox.stats();
  const { nextSeq } = outbox.position();
  stop.abort();
  const moving = setInterval(() => void clock.advance(1_000), 5);
  await running;
  clearInterval(moving);
  return {
    ...{ hours, attempts: attempts.length, mostInTenMinutes: mostWithin(attempts, 10 * minute), dropped },
    appended: { fault: 0, reply: 0, state: 0, metric: 0, ...living.appended },
    ...{ arrived: arrived.size, firstS: (firstMs - backMs) / 1_000, emptyS: (emptyMs - backMs) / 1_000 },
    proved: outbox.pendingCount() === 0 && upTo === nextSeq - 1,
  };
}
