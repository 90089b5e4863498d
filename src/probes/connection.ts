/** One TCP connection, opened and closed again without a byte of application data: level 2 of host-link 8. */
import { createConnection, type Socket } from "node:net";
import { systemCode } from "../base/errors.ts";
import { type Reading, reading } from "../model/reading.ts";

/** Handshake and reset, with headers of IPv6, and a segment sent again. */
export const connectionCost = { connections: 1, bytes: 300 } as const;

type Failure = "timeout" | "refused" | "unreachable" | "reset";

interface Failed {
  readonly kind: Failure;
}

export type ConnectionAnswer = { readonly kind: "ok"; readonly elapsedMs: number } | Failed;

/** connect(2), tcp(7), ip(7). EACCES and EPERM: a firewall of this machine; ETIMEDOUT: the kernel's own patience ended first. */
const meanings: Readonly<Record<string, Failure>> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  ECONNABORTED: "reset",
  EPIPE: "reset",
  ETIMEDOUT: "timeout",
  ENETUNREACH: "unreachable",
  EHOSTUNREACH: "unreachable",
  EHOSTDOWN: "unreachable",
  ENETDOWN: "unreachable",
  EADDRNOTAVAIL: "unreachable",
  EAFNOSUPPORT: "unreachable",
  EACCES: "unreachable",
  EPERM: "unreachable",
};

/** IPv4 or IPv6; a link-local one with its interface, `fe80::1%eth0`. Never a name: looking it up is another rung. */
export interface Target {
  readonly address: string;
  readonly port: number;
}

export type DialAnswer = { readonly kind: "ok"; readonly elapsedMs: number; readonly socket: Socket } | Failed;

/**
 * Opens a connection for somebody who goes on with it, and must end it. Nothing is read before that. `monoMs` is the
 * monotonic clock; `timeoutMs` bounds the attempt.
 */
export function dial(target: Target, timeoutMs: number, monoMs: () => number): Promise<DialAnswer> {
  const startedMs = monoMs();
  return new Promise((resolve) => {
    const socket = createConnection({ host: target.address, port: target.port });
    const fail = (kind: Failure): void => {
      socket.destroy();
      resolve({ kind });
    };
    socket.setTimeout(timeoutMs, () => fail("timeout"));
    socket.once("error", (error) => fail(meanings[systemCode(error) ?? ""] ?? "unreachable"));
    socket.once("connect", () => {
      socket.setTimeout(0).removeAllListeners("timeout");
      resolve({ kind: "ok", elapsedMs: monoMs() - startedMs, socket });
    });
  });
}

/** Reset instead of a graceful close: nothing is owed, what the host sends unasked is not read, and no TIME_WAIT is left on it. */
export function hangUp(socket: Socket): void {
  socket.on("error", () => {});
  // libuv refuses to reset a socket that is being shut down, and Node then leaves it open (uv_tcp_close_reset: UV_EINVAL).
  if (socket.readableEnded || socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}

/** As `dial`, and closes at once. */
export async function connect(target: Target, timeoutMs: number, monoMs: () => number): Promise<ConnectionAnswer> {
  const answer = await dial(target, timeoutMs, monoMs);
  if (answer.kind !== "ok") return answer;
  hangUp(answer.socket);
  return { kind: "ok", elapsedMs: answer.elapsedMs };
}

/** What a connection to the acquirer's first address says. */
export function hostReadings(answer: ConnectionAnswer, atMs: number): readonly Reading[] {
  const outcome = reading("net.tcp_host", answer.kind, atMs);
  return answer.kind === "ok" ? [outcome, reading("net.tcp_host_ms", answer.elapsedMs, atMs)] : [outcome];
}
