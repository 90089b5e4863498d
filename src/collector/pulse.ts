/**
 * Pings for as long as a link lives, and what it means when nothing comes after one. Whatever comes counts: a broker that hands over what it has
 * kept for hours sends its answer after all of that.
 */
import type { MqttClient } from "mqtt";
import type { Clock } from "../base/clock.ts";
import { createAnswer } from "../uplink/answer.ts";
import type { LinkFailure } from "../uplink/failure.ts";

export interface PulseOptions {
  readonly clock: Clock;
  readonly closed: Promise<LinkFailure>;
  /** Milliseconds between two pings, and until an answer is there. */
  readonly everyMs: number;
  readonly answerMs: number;
  /** Whether nothing is read at the moment: then the answer may lie in the socket. */
  isHeld(): boolean;
  onSilence(): void;
}

export type Pulsing = Pick<MqttClient, "disconnecting" | "disconnected" | "sendPing"> & {
  on(event: "packetreceive", heard: () => void): unknown;
};

export async function keepPulse(client: Pulsing, options: PulseOptions): Promise<void> {
  const { clock, closed, everyMs, answerMs, isHeld, onSilence } = options;
  const answer = createAnswer(closed);
  const over = new AbortController();
  void closed.then(() => over.abort());
  let heard = () => {};
  client.on("packetreceive", () => heard());
  for (;;) {
    await clock.sleep(everyMs, over.signal);
    if (over.signal.aborted) return;
    const answered = new Promise<boolean>((resolve) => {
      heard = () => resolve(true);
    });
    if (!client.disconnecting && !client.disconnected) client.sendPing();
    if (!(await answer(clock, answerMs, answered)) && !isHeld()) onSilence();
  }
}
