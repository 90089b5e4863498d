/** News from the server as they happen: one stream a view, opened again when it breaks, and a word when it is broken. */
import type { LiveHello } from "../console/api.ts";
import { after, events, every, now } from "./browser.ts";

export interface LiveState {
  readonly kind: "connecting" | "live" | "lost";
  /** Since when it is so. */
  readonly sinceMs: number;
}

export interface LiveNews {
  state(state: LiveState): void;
  /** Something has changed, or may have while nobody listened. */
  beat(): void;
  assets(version: string): void;
}

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;
/** Changes that come close together are one; after one is told, the next waits longer. */
const gatherMs = 300;
const distanceMs = 1_500;
/** A connection can be dead without an error; so the view is asked for now and then in any case. */
const regularlyMs = 60_000;

function readHello(event: Event): LiveHello | undefined {
  try {
    return event instanceof MessageEvent ? JSON.parse(event.data) : undefined;
  } catch {
    return undefined;
  }
}

/** Tells at most one beat each `distanceMs`. */
function gathered(tell: () => void) {
  let pause: (() => void) | undefined;
  let isWaiting = false;
  const told = () => {
    pause = isWaiting ? after(distanceMs, told) : undefined;
    if (isWaiting) tell();
    isWaiting = false;
  };
  const add = () => {
    isWaiting = true;
    pause ??= after(gatherMs, told);
  };
  return { add, stop: () => pause?.() };
}

/** Listens to `path` until the answer is called. */
export function followLive(path: string, news: LiveNews): () => void {
  let source: EventSource | undefined;
  let pause = firstPauseMs;
  let state: LiveState = { kind: "connecting", sinceMs: now() };
  let again: (() => void) | undefined;
  const beats = gathered(news.beat);
  const become = (kind: LiveState["kind"]) => {
    if (state.kind === kind) return;
    state = { kind, sinceMs: now() };
    news.state(state);
  };
  const opened = () => {
    pause = firstPauseMs;
    if (state.kind === "lost") beats.add();
    become("live");
  };
  const broken = () => {
    source?.close();
    become("lost");
    again?.();
    again = after(pause, open);
    pause = Math.min(2 * pause, longestPauseMs);
  };
  function open(): void {
    source = events(path);
    source.addEventListener("open", opened);
    source.addEventListener("error", broken);
    source.addEventListener("changed", beats.add);
    source.addEventListener("hello", (event) => {
      const hello = readHello(event);
      if (hello) news.assets(hello.assets);
    });
  }
  news.state(state);
  open();
  const stopRegular = every(regularlyMs, () => beats.add());
  return () => {
    stopRegular();
    again?.();
    beats.stop();
    source?.close();
  };
}
