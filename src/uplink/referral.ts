/**
 * A broker that wants us elsewhere names another server (MQTT 5.0 section 4.13). It is followed for a bounded time, with the
 * same encryption, port and certificates as configured, and given up when it is not there. Pure.
 */
import { type LinkFailure, movedForGood } from "./failure.ts";

export interface Referral {
  /** Where to connect now. */
  url(nowMs: number): string;
  /** What a connection failed with. True when there is somewhere else to go at once. */
  hear(failure: LinkFailure, nowMs: number): boolean;
  opened(): void;
}

const hourMs = 3_600_000;
/** Use another server; server moved. */
const boundMs = { forNow: hourMs, forGood: 24 * hourMs } as const;
const patience = 3;

/** `host` or `host:port`, the first of those that are named. An IPv6 address is in brackets. */
const named = /^(?<host>\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9.-]{1,253})(?::(?<port>\d{1,5}))?(?:\s|$)/;

function elsewhere(home: string, reference: string): string | undefined {
  const { host, port } = named.exec(reference)?.groups ?? {};
  const { protocol, port: usual } = new URL(home);
  if (host === undefined || Number(port) > 65_535) return undefined;
  const at = port ?? usual;
  return `${protocol}//${host}${at ? `:${at}` : ""}`;
}

export function createReferral(home: string): Referral {
  let away: { readonly url: string; readonly untilMs: number } | undefined;
  let failures = 0;
  return {
    url: (nowMs) => {
      if (away && nowMs >= away.untilMs) away = undefined;
      return away?.url ?? home;
    },
    hear: ({ kind, code, reference = "" }, nowMs) => {
      failures += 1;
      const url = kind === "moved" ? elsewhere(home, reference) : undefined;
      if (url === undefined || url === away?.url) {
        if (failures >= patience) away = undefined;
        return false;
      }
      failures = 0;
      away = { url, untilMs: nowMs + (code === movedForGood ? boundMs.forGood : boundMs.forNow) };
      return true;
    },
    opened: () => {
      failures = 0;
    },
  };
}
