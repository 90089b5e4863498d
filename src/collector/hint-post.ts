/** Hints on their way down, signed with the key of support. Whom one is told and how often is decided where hints are made (`fleet/hints.ts`). */
import type { KeyObject } from "node:crypto";
import type { Clock } from "../base/clock.ts";
import { sealHint } from "../commands/seal.ts";
import { encodeSealedHint } from "../report/encode.ts";
import { encodeHint } from "../report/hint-wire.ts";
import { topicOf } from "../uplink/topics.ts";
import type { HintToSend } from "./fleet-duty.ts";
import type { Post } from "./post.ts";

export interface HintPostOptions {
  readonly key: KeyObject;
  readonly post: Post;
  readonly clock: Clock;
  onSent(count: number): void;
}

/** Says each hint to all whom it names. What has run out meanwhile is not said. */
export function createHintPost({ key, post, clock, onSent }: HintPostOptions): (hints: readonly HintToSend[]) => void {
  return (hints) => {
    for (const { hint, to } of hints) {
      const expiryS = Math.ceil(hint.untilS - clock.wallMs() / 1_000);
      if (expiryS <= 0) continue;
      const payload = encodeSealedHint(sealHint(encodeHint(hint), key));
      for (const terminal of to) {
        const topic = topicOf(terminal, "down/hint");
        post.send(`${topic} ${hint.id}`, { topic, payload, retain: false, expiryS });
      }
      onSent(to.length);
    }
  };
}
