/** All that is said to peers goes through here: nobody is told card data, and nobody who does not read is told more. */
import type { CardDataGuard } from "../card-data/guard.ts";
import type { DiagnosisView } from "../model/view.ts";
import {
  type Answer,
  type AskedMessage,
  type ProgressMessage,
  type Refusal,
  type RequestNumber,
  replies,
} from "./messages.ts";
import { isWritable, type Peer } from "./peer.ts";
import type { Tally } from "./tally.ts";

export interface Mouth {
  refuse(peer: Peer, refused: Refusal, request: RequestNumber): void;
  answer(peer: Peer, message: Answer): void;
  publish(peer: Peer, diagnosis: DiagnosisView): void;
  ask(peer: Peer, asked: AskedMessage): void;
  progress(peer: Peer, progress: ProgressMessage): void;
}

interface Checks {
  readonly tally: Tally;
  readonly cardData: CardDataGuard;
}

type Emit = (peer: Peer, event: string, data: object) => void;

export function createMouth(emit: Emit, { tally, cardData }: Checks): Mouth {
  const send: Emit = (peer, event, data) => {
    if (isWritable(peer, tally)) emit(peer, event, data);
  };
  const refuse = (peer: Peer, refused: Refusal, request: RequestNumber) => {
    tally.refuse(refused);
    peer.refused += 1;
    send(peer, replies.refusal, { request, refused });
  };
  const pass: Emit = (peer, event, data) => {
    if (cardData.passes("answer", data)) send(peer, event, data);
  };
  return {
    refuse,
    answer: (peer, message) => {
      if (cardData.passes("answer", message)) send(peer, replies.answer, message);
      else refuse(peer, "failed", message.request);
    },
    publish: (peer, diagnosis) => pass(peer, replies.diagnosis, diagnosis),
    ask: (peer, asked) => pass(peer, replies.asked, asked),
    progress: (peer, progress) => pass(peer, replies.progress, progress),
  };
}
