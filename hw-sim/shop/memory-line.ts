/** The way to the acquirer within one program: the same bytes both ways, without sockets and without waiting. */
import { GOOD_BEHAVIOUR, type HostBehaviour } from "../acquirer/behaviour.ts";
import type { Desk } from "../acquirer/desk.ts";
import { answerTo, type Exchange, type Line } from "../cashier/exchange.ts";
import type { Fact } from "../cashier/fact.ts";
import { decodeMessage, encodeMessage, type Message } from "../iso8583/message.ts";
import type { ShopState } from "./state.ts";

export interface MemoryLineSetup {
  readonly desk: Desk;
  readonly line: () => ShopState["line"];
  readonly behaviour?: () => HostBehaviour;
  /** How long an answer takes, in milliseconds. */
  readonly took: () => number;
  readonly pass: (ms: number) => Promise<void>;
}

/** A refusal comes at once; an answer is waited for as parameter 12 of UnionPay's terminals says. */
const LOST_MS = { refuses: 50, silent: 30_000 } as const;

const UP: Fact = { signal: "net.tcp_host", value: "ok" };
const REFUSED: Fact = { signal: "net.tcp_host", value: "refused" };

export function createMemoryLine({ line, took, pass, ...office }: MemoryLineSetup): Line {
  return async (request): Promise<Exchange> => {
    const state = line();
    const ms = state === "up" ? took() : LOST_MS[state];
    await pass(ms);
    return state === "refuses" ? { kind: "unsent", facts: [REFUSED] } : deliver(request, { ...office, state, ms });
  };
}

interface Delivery extends Pick<MemoryLineSetup, "desk" | "behaviour"> {
  readonly state: ShopState["line"];
  readonly ms: number;
}

function deliver(request: Message, { desk, behaviour = () => GOOD_BEHAVIOUR, state, ms }: Delivery): Exchange {
  const now = behaviour();
  const heard = decodeMessage(encodeMessage(request));
  const answer = heard.kind === "ok" ? desk.answer(heard.message, now) : undefined;
  if (state === "silent" || !answer) return { kind: "unanswered", facts: [UP] };
  const back = decodeMessage(encodeMessage(answer.message));
  if (back.kind === "bad" || back.message.mti !== answerTo(request.mti)) return { kind: "garbled", facts: [UP] };
  answer.delivered();
  const facts = [UP, { signal: "host.resp_ms", value: ms }, { signal: "host.header_proc_req", value: now.asks }];
  return { kind: "answered", facts, message: back.message, asks: now.asks };
}
