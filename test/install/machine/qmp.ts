/** QEMU's machine protocol: one JSON object a line, `execute` and `return` (QEMU's QMP reference). */
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { lineCutter } from "./guest-link.ts";

export interface Qmp {
  /** Rejects with QEMU's own words. */
  ask(command: string, words?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Resolves with the next event of that name. */
  event(name: string): Promise<void>;
  close(): void;
}

interface Message {
  readonly return?: unknown;
  readonly event?: string;
  readonly error?: { readonly desc: string };
}

const limitMs = 30_000;

function within<T>(promise: Promise<T>, what: string): Promise<T> {
  const stop = new AbortController();
  const late = delay(limitMs, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`QEMU: ${what}`);
  });
  return Promise.race([promise, late]).finally(() => stop.abort());
}

function watch(name: string) {
  let seen = () => {};
  const promise = new Promise<void>((resolve) => {
    seen = resolve;
  });
  return { promise, watcher: { name, seen: () => seen() } };
}

export async function openQmp(path: string): Promise<Qmp> {
  const socket = connect(path);
  const answers: ((message: Message) => void)[] = [];
  const watchers = new Set<{ readonly name: string; readonly seen: () => void }>();
  socket.setEncoding("utf8");
  const take = (message: Message) => {
    if (message.return !== undefined || message.error) answers.shift()?.(message);
    else for (const { name, seen } of watchers) if (name === message.event) seen();
  };
  socket.on(
    "data",
    lineCutter((line) => take(JSON.parse(line))),
  );
  const ask = async (execute: string, words = {}) => {
    const answered = new Promise<Message>((resolve) => answers.push(resolve));
    socket.write(`${JSON.stringify({ execute, arguments: words })}\n`);
    const { error } = await within(answered, `no answer to ${execute}`);
    if (error) throw new Error(`QEMU does not take ${execute}: ${error.desc}`);
  };
  const failed = new Promise<never>((_, reject) => socket.once("error", reject));
  failed.catch(() => {});
  await Promise.race([ask("qmp_capabilities"), failed]);
  return {
    ask,
    event: (name) => {
      const { promise, watcher } = watch(name);
      watchers.add(watcher);
      return within(promise, `no ${name} came`).finally(() => watchers.delete(watcher));
    },
    close: () => socket.destroy(),
  };
}
