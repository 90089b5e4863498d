/** The way to the host beyond the terminal, rung by rung. Whether and when a rung is climbed is decided elsewhere. */
import { isIP } from "node:net";
import type { Clock } from "../base/clock.ts";
import type { EchoIdentity } from "../iso8583/echo.ts";
import { absent, type Reading, reading } from "../model/reading.ts";
import { connect, hostReadings, type Target } from "./connection.ts";
import { echo } from "./echo.ts";
import { compareNames, type NameAnswer, resolveName } from "./name.ts";
import type { RungId } from "./rungs.ts";
import { createGateway } from "./way/gateway.ts";
import { connectByOther } from "./way/other-path.ts";
import { measureQuality, pingHost } from "./way/ping.ts";
import { askPortal } from "./way/portal.ts";
import { shakeHands, type TlsOptions } from "./way/tls.ts";
import type { RunTool } from "./way/tool.ts";
import { isLan, type Way } from "./way/way.ts";

type Readings = Promise<readonly Reading[]>;

/** Which certificates to trust, and whose name the host's must bear. */
export type Trust = Pick<TlsOptions, "name" | "trust" | "identity">;

export interface PathOptions {
  /** The acquirer: name or address, and port. */
  readonly host: string;
  readonly port: number;
  /** Where it is known to be, for when the name does not resolve. */
  readonly address?: string | undefined;
  readonly alternate?: Target | undefined;
  /** An independent host, to tell a dead link from a dead acquirer. */
  readonly reference?: { readonly host: string; readonly port: number } | undefined;
  /** A page that answers nothing, to tell a portal from the Internet; takes the reference's place. */
  readonly portalUrl?: string | undefined;
  /** `address` or `address:port`; empty for the system's own. */
  readonly servers: readonly string[];
  /** A private APN or line: nothing but the acquirer is to be reached. */
  readonly isPrivate?: boolean;
  readonly alternativeServers: readonly string[];
  readonly connectTimeoutMs: number;
  /** Undefined for a host that speaks plain TCP. */
  readonly tls?: Trust | undefined;
  readonly echo?: EchoIdentity | undefined;
  /** Holds `sys` and `proc`. */
  readonly root: string;
  readonly run: RunTool;
  /** As of the last look at the links. */
  readonly way: () => Way | undefined;
  readonly clock: Clock;
}

/** What is to be done on a rung. Sends something, and does not ask whether it may. */
export type Errand = () => Promise<readonly Reading[]>;

export interface Path {
  /** What needs no asking: an address needs no name server, a private network has no Internet. */
  given(): readonly Reading[];
  /** What there is to do on a rung now; undefined where this terminal has no use for it, or no address to go to. */
  errand(rung: RungId): Errand | undefined;
  /** Whether the name last said where the host is. */
  isNameKnown(): boolean;
}

/** Terminals wait for 20 to 90 s; a person in front of one that is being looked at does not. */
const echoTimeoutMs = 15_000;

async function visitReference({ reference, servers, connectTimeoutMs, clock }: PathOptions): Readings {
  const name = reference && (await resolveName(reference.host, servers));
  // A name that does not resolve says nothing about the path behind it.
  if (!reference || !name || !("address" in name)) return [absent("net.internet_probe", clock.monoMs())];
  const target = { address: name.address, port: reference.port };
  const { kind } = await connect(target, connectTimeoutMs, clock.monoMs);
  return [reading("net.internet_probe", kind === "ok" ? "ok" : "fail", clock.monoMs())];
}

function outsideOf(options: PathOptions): Errand | undefined {
  const { portalUrl: url, servers, connectTimeoutMs: timeoutMs, clock } = options;
  if (options.isPrivate) return undefined;
  if (url !== undefined) return () => askPortal({ url, servers, timeoutMs, clock });
  return options.reference && (() => visitReference(options));
}

function qualityOf({ isPrivate, reference, portalUrl, servers, way, run, clock }: PathOptions): Errand | undefined {
  const host = reference?.host ?? (portalUrl && new URL(portalUrl).hostname.replace(/^\[(.*)\]$/, "$1"));
  if (host === undefined || isPrivate) return undefined;
  return async () => {
    const name = await resolveName(host, servers);
    return "address" in name ? measureQuality({ address: name.address, by: way()?.name, run, clock }) : [];
  };
}

async function askOthers({ host, address, alternativeServers, clock }: PathOptions, answer: NameAnswer): Readings {
  const other = await resolveName(host, alternativeServers);
  const known = [...(address === undefined ? [] : [address]), ...("addresses" in other ? other.addresses : [])];
  const kind = other.kind === "servfail" ? "timeout" : other.kind;
  const nowMs = clock.monoMs();
  return [reading("net.dns_alt_resolve", kind, nowMs), ...compareNames(answer, known, nowMs)];
}

async function visitAlternate(target: Target, { connectTimeoutMs, clock }: PathOptions): Readings {
  const { kind } = await connect(target, connectTimeoutMs, clock.monoMs);
  return [reading("net.tcp_host_alt", kind, clock.monoMs())];
}

function echoErrand(target: Target, { echo: identity, tls, connectTimeoutMs, clock }: PathOptions): Errand | undefined {
  const limits = { connectTimeoutMs, answerTimeoutMs: echoTimeoutMs };
  return identity && (() => echo({ target, identity, tls, ...limits, clock }));
}

/** Rungs at the acquirer's address. */
function hostErrand(rung: RungId, target: Target, options: PathOptions): Errand | undefined {
  const { root, run, way, clock, connectTimeoutMs: timeoutMs, tls } = options;
  const now = way();
  switch (rung) {
    case "host":
      return async () => hostReadings(await connect(target, timeoutMs, clock.monoMs), clock.monoMs());
    case "host_ping":
      return () => pingHost({ address: target.address, by: now?.name, run, clock });
    case "other_path":
      return now && now.others.length > 0
        ? () => connectByOther({ target, way: now, root, run, clock, timeoutMs })
        : undefined;
    case "tls":
      return tls && (() => shakeHands({ target, ...tls, timeoutMs, clock }));
    case "echo":
      return tls ? undefined : echoErrand(target, options);
    case "secure_echo":
      return tls && echoErrand(target, options);
    default:
      return undefined;
  }
}

export function createPath(options: PathOptions): Path {
  const { host, port, servers, root, run, way, clock, alternate } = options;
  const gateway = createGateway({ root, run, clock });
  const isName = isIP(host) === 0;
  let answer: NameAnswer | undefined;
  let address = isName ? options.address : host;

  async function name(): Readings {
    answer = await resolveName(host, servers);
    if ("address" in answer) address = answer.address;
    const known = options.address === undefined ? [] : [options.address];
    const nowMs = clock.monoMs();
    return [reading("net.dns_resolve", answer.kind, nowMs), ...compareNames(answer, known, nowMs)];
  }

  function otherName(): Errand | undefined {
    const said = answer;
    return said && isName && options.alternativeServers.length > 0 ? () => askOthers(options, said) : undefined;
  }

  function lookAtGateway(): Errand | undefined {
    const now = way();
    return now?.gateway !== undefined && isLan(now.kind) ? () => gateway.look(now) : undefined;
  }

  const fixed: Readonly<Partial<Record<RungId, () => Errand | undefined>>> = {
    gateway: lookAtGateway,
    name: () => (isName ? name : undefined),
    other_name: otherName,
    outside: () => outsideOf(options),
    quality: () => qualityOf(options),
    alternate: () => alternate && (() => visitAlternate(alternate, options)),
  };
  return {
    given: () => [
      ...(isName ? [] : [reading("net.dns_resolve", "not_used", clock.monoMs())]),
      ...(options.isPrivate ? [reading("net.internet_probe", "not_allowed", clock.monoMs())] : []),
    ],
    errand: (rung) => {
      const own = fixed[rung];
      if (own) return own();
      return address === undefined ? undefined : hostErrand(rung, { address, port }, options);
    },
    isNameKnown: () => !isName || answer?.kind === "ok",
  };
}
