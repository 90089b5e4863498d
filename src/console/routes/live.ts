/** Server-sent events (WHATWG HTML, section 9.2): that something changed. Who reads too slowly is cut off, and connects anew. */
import type { Hono } from "hono";
import { getCookie } from "hono/cookie";
import type { LiveChange, LiveHello } from "../api.ts";
import { cookieName } from "../guard.ts";
import type { Looker } from "../live.ts";
import type { Parts } from "../parts.ts";
import type { Session } from "../person.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { type Ask, answer, type Env } from "../web.ts";
import { namedTerminal } from "./looking.ts";

const beatMs = 20_000;
/** Events that wait for a slow reader. */
const mostWaiting = 64;

const event = (name: string, data: LiveChange | LiveHello): string =>
  `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

async function lookedAt(ask: Ask, parts: Parts) {
  const [tenant = "", serial = "", ...rest] = (ask.req.query("terminal") ?? "").split("/");
  if (ask.req.query("terminal") === undefined) return undefined;
  if (rest.length > 0) return refuse("not_found");
  return namedTerminal(ask, parts, { tenant, serial });
}

interface Stream {
  readonly body: ReadableStream<Uint8Array>;
  /** False: it is over. */
  send(text: string): boolean;
  readonly ended: AbortSignal;
  end(): void;
}

function createStream(): Stream {
  const [encoder, ended] = [new TextEncoder(), new AbortController()];
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
  const end = () => {
    if (ended.signal.aborted) return;
    ended.abort();
    sink?.close();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        sink = controller;
      },
      cancel: () => ended.abort(),
    },
    new CountQueuingStrategy({ highWaterMark: mostWaiting }),
  );
  const send = (text: string): boolean => {
    if (ended.signal.aborted) return false;
    if ((sink?.desiredSize ?? 0) <= 0) end();
    else sink?.enqueue(encoder.encode(text));
    return !ended.signal.aborted;
  };
  return { body, send, end, ended: ended.signal };
}

/** Whether this session still is what it was: signed out, barred, or with other rights, it is told nothing more. */
async function isStill(ask: Ask, session: Session, { sessions, accounts }: Parts): Promise<boolean> {
  const { tokenHash, role, tenant } = session;
  const now =
    tokenHash === "" ? await accounts.find(session.name) : await sessions.find(getCookie(ask, cookieName) ?? "");
  return now?.role === role && now.tenant === tenant;
}

async function beat(ask: Ask, stream: Stream, parts: Parts): Promise<void> {
  const stop = AbortSignal.any([stream.ended, parts.stop]);
  while (!stop.aborted) {
    await parts.clock.sleep(beatMs, stop);
    const isWell = !stop.aborted && (await isStill(ask, ask.get("session"), parts).catch(() => false));
    if (!isWell || !stream.send(": \n\n")) break;
  }
  stream.end();
}

async function live(ask: Ask, parts: Parts): Promise<Response> {
  const terminal = await lookedAt(ask, parts);
  if (isRefusal(terminal)) return answer(ask, terminal);
  const session = ask.get("session");
  const stream = createStream();
  const looker: Looker = {
    ...{ person: session, terminal, who: session.tokenHash || session.name },
    tell: (change) => void stream.send(event("changed", change)),
  };
  const leave = parts.live.join(looker);
  if (!leave) return answer(ask, refuse("too_many"));
  stream.ended.addEventListener("abort", leave, { once: true });
  stream.send(event("hello", { assets: parts.assets.version }));
  void beat(ask, stream, parts);
  return ask.body(stream.body, 200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
  });
}

export function addLive(app: Hono<Env>, parts: Parts): void {
  app.get("/api/live", (ask) => live(ask, parts));
}
