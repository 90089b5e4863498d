/**
 * Asks an independent web server for nothing, to learn whether the Internet answers or somebody in between does: captive
 * portals answer every request themselves (RFC 8952). Its `Date` also shows how wrong the terminal's clock is.
 * One GET without a word about the terminal, no redirect followed; for networks that have an Internet. Cost: some 900 bytes.
 */
import type { ClientRequest, IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Clock } from "../../base/clock.ts";
import { systemCode } from "../../base/errors.ts";
import { measured, type Reading, reading } from "../../model/reading.ts";
import { type NameAnswer, resolveName } from "../name.ts";

/** Name, handshake, question, answer; a portal's page is cut off at 4 KB. */
export const portalCost = { connections: 1, bytes: 1_500 } as const;

export interface PortalOptions {
  /** `http://host[:port]/path` of a page that answers 204, or 200 without a word. */
  readonly url: string;
  /** Name servers as for `resolveName`; empty for the system's. */
  readonly servers: readonly string[];
  /** Of the whole exchange behind the name. */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

const mostBodyBytes = 4_096;
const mostHeaderBytes = 8_192;

interface Page {
  readonly kind: "page";
  readonly status: number;
  readonly bodyBytes: number;
  readonly headers: IncomingMessage["headers"];
}

/** `failed`: no connection, or nothing on it. `nonsense`: something that is not HTTP. */
type WebAnswer = Page | { readonly kind: "failed" } | { readonly kind: "nonsense" };

/** Reads a body as far as is worth it. */
function read(response: IncomingMessage, end: (answer: WebAnswer) => void): void {
  let bodyBytes = 0;
  const page = (): void =>
    end({ kind: "page", status: response.statusCode ?? 0, bodyBytes, headers: response.headers });
  response.on("data", (chunk: Buffer) => {
    bodyBytes += chunk.length;
    if (bodyBytes > mostBodyBytes) page();
  });
  response.once("end", page);
  // Cut off within the body: its head has said enough.
  response.once("error", page);
}

/** Node's own, at first use: it takes more than 1 MB, and most terminals never ask. */
const web = () => process.getBuiltinModule("node:http");

function ask(url: URL, address: string, { timeoutMs, clock }: PortalOptions): Promise<WebAnswer> {
  const over = new AbortController();
  return new Promise((resolve) => {
    const end = (answer: WebAnswer): void => {
      over.abort();
      asked.destroy();
      resolve(answer);
    };
    const asked: ClientRequest = web().request({
      host: address,
      port: url.port === "" ? 80 : url.port,
      path: url.pathname + url.search,
      headers: { Host: url.host, Connection: "close" },
      agent: false,
      maxHeaderSize: mostHeaderBytes,
    });
    asked.once("response", (response) => read(response, end));
    // The parser's own codes: what came is no HTTP. It may go on complaining after the end.
    asked.on("error", (error) => end({ kind: systemCode(error)?.startsWith("HPE_") ? "nonsense" : "failed" }));
    asked.end();
    void clock.sleep(timeoutMs, over.signal).then(() => end({ kind: "failed" }));
  });
}

/** Undefined: an error of a server, which says neither. */
function isPortal({ status, bodyBytes }: Page): boolean | undefined {
  if (status === 204 || (status === 200 && bodyBytes === 0)) return false;
  // 511: RFC 6585 6, made for portals.
  if (status < 400 || status === 511) return true;
  return undefined;
}

/**
 * The terminal's clock minus the server's, whole seconds; zero while a header that counts in seconds and was under way for
 * a while explains it. Undefined where a cache in between kept the answer (RFC 9111 5.1).
 */
function skewOf({ headers }: Page, wallMs: number, elapsedMs: number): number | undefined {
  const date = Date.parse(headers.date ?? "");
  if (Number.isNaN(date) || headers.age !== undefined) return undefined;
  const skewMs = wallMs - date;
  return Math.abs(skewMs) <= 1_500 + elapsedMs ? 0 : Math.round(skewMs / 1_000);
}

async function addressOf(url: URL, servers: readonly string[]): Promise<NameAnswer> {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  return isIP(host) ? { kind: "not_used", address: host, addresses: [host] } : resolveName(host, servers);
}

function outcome(probe: "ok" | "fail" | "portal" | undefined, portal: boolean | undefined, atMs: number): Reading[] {
  return [measured("net.internet_probe", probe, atMs), measured("net.captive_portal", portal, atMs)];
}

/** `net.internet_probe`, `net.captive_portal`, and `clock.skew_s` from the answer that was expected. */
export async function askPortal(options: PortalOptions): Promise<readonly Reading[]> {
  const { clock, servers } = options;
  const url = new URL(options.url);
  const name = await addressOf(url, servers);
  // A name that does not resolve says nothing about the path behind it.
  if (!("address" in name)) return outcome(undefined, undefined, clock.monoMs());
  const askedMs = clock.monoMs();
  const answer = await ask(url, name.address, options);
  const nowMs = clock.monoMs();
  if (answer.kind !== "page") return outcome(answer.kind === "failed" ? "fail" : undefined, undefined, nowMs);
  const portal = isPortal(answer);
  if (portal !== false) return outcome(portal ? "portal" : undefined, portal, nowMs);
  const skew = skewOf(answer, clock.wallMs(), nowMs - askedMs);
  const time = skew === undefined ? [] : [reading("clock.skew_s", skew, nowMs)];
  return [...outcome("ok", false, nowMs), ...time];
}
