/**
 * The way to the host, rung by rung: from the name to the connection, and the same to an independent host, so that a
 * dead link can be told from a dead acquirer.
 */
import type { Clock } from "../base/clock.ts";
import { absent, type Reading, reading } from "../model/reading.ts";
import { connect } from "./connection.ts";
import { type NameAnswer, resolveName } from "./name.ts";

export interface PathOptions {
  /** The acquirer: name or address, port, and an address for when the name does not resolve. */
  readonly host: string;
  readonly port: number;
  readonly address: string | undefined;
  readonly reference: { readonly host: string; readonly port: number } | undefined;
  /** `address` or `address:port`; empty for the system's own. */
  readonly servers: readonly string[];
  readonly alternativeServers: readonly string[];
  readonly connectTimeoutMs: number;
  readonly clock: Clock;
}

export interface Path {
  /** Looks the name up; where that fails and other servers are known, asks those too. */
  lookUp(): Promise<{ readonly answer: NameAnswer; readonly readings: readonly Reading[] }>;
  /** Connects to the host, by the last known address where the name does not resolve. */
  visitHost(answer: NameAnswer): Promise<readonly Reading[]>;
  visitReference(): Promise<readonly Reading[]>;
}

export function createPath(options: PathOptions): Path {
  const { clock, connectTimeoutMs } = options;
  let lastKnownAddress = options.address;
  return {
    lookUp: async () => {
      const answer = await resolveName(options.host, options.servers);
      const readings = [reading("net.dns_resolve", answer.kind, clock.monoMs())];
      if ("address" in answer || options.alternativeServers.length === 0) return { answer, readings };
      const other = await resolveName(options.host, options.alternativeServers);
      const kind = other.kind === "servfail" ? "timeout" : other.kind;
      return { answer, readings: [...readings, reading("net.dns_alt_resolve", kind, clock.monoMs())] };
    },
    visitHost: async (answer) => {
      if ("address" in answer) lastKnownAddress = answer.address;
      if (lastKnownAddress === undefined) return [absent("net.tcp_host", clock.monoMs())];
      const result = await connect({ address: lastKnownAddress, port: options.port }, connectTimeoutMs, clock.monoMs);
      const outcome = reading("net.tcp_host", result.kind, clock.monoMs());
      return result.kind === "ok" ? [outcome, reading("net.tcp_host_ms", result.elapsedMs, outcome.atMs)] : [outcome];
    },
    visitReference: async () => {
      if (!options.reference) return [];
      const name = await resolveName(options.reference.host, options.servers);
      // A name that does not resolve says nothing about the path behind it.
      if (!("address" in name)) return [absent("net.internet_probe", clock.monoMs())];
      const target = { address: name.address, port: options.reference.port };
      const result = await connect(target, connectTimeoutMs, clock.monoMs);
      return [reading("net.internet_probe", result.kind === "ok" ? "ok" : "fail", clock.monoMs())];
    },
  };
}
