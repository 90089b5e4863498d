/** One TCP connection, opened and closed again without a byte of application data. */
import { createConnection } from "node:net";
import { systemCode } from "../base/errors.ts";

export type ConnectionAnswer =
  | { readonly kind: "ok"; readonly elapsedMs: number }
  | { readonly kind: "timeout" | "refused" | "unreachable" | "reset" };

const meanings: Readonly<Record<string, "refused" | "unreachable" | "reset">> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  EPIPE: "reset",
  ENETUNREACH: "unreachable",
  EHOSTUNREACH: "unreachable",
  ENETDOWN: "unreachable",
  EADDRNOTAVAIL: "unreachable",
};

export interface Target {
  readonly address: string;
  readonly port: number;
}

/** `monoMs` is the monotonic clock; `timeoutMs` bounds the whole attempt. */
export function connect(target: Target, timeoutMs: number, monoMs: () => number): Promise<ConnectionAnswer> {
  const startedMs = monoMs();
  return new Promise((resolve) => {
    const socket = createConnection({ host: target.address, port: target.port });
    const end = (answer: ConnectionAnswer): void => {
      // Reset instead of a graceful close: nothing is owed, and no TIME_WAIT is left on the host.
      socket.resetAndDestroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => end({ kind: "timeout" }));
    socket.once("connect", () => end({ kind: "ok", elapsedMs: monoMs() - startedMs }));
    socket.once("error", (error) => end({ kind: meanings[systemCode(error) ?? ""] ?? "unreachable" }));
  });
}
