/** What stands before every route: headers, who asks, whether the request came from our own page, and how often. */
import type { Next } from "hono";
import { getCookie } from "hono/cookie";
import type { Clock } from "../base/clock.ts";
import type { Accounts } from "./accounts.ts";
import type { Role } from "./api.ts";
import type { Session } from "./person.ts";
import { addressOf, type ProxyTrust, saidUser } from "./proxy.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import { atLeast } from "./roles.ts";
import type { Sessions } from "./sessions.ts";
import { createThrottle, type Throttle } from "./throttle.ts";
import { type Ask, answer } from "./web.ts";

export const cookieName = "posdiag_session";

const policy = [
  ...["default-src 'self'", "base-uri 'none'", "object-src 'none'", "form-action 'self'", "frame-ancestors 'none'"],
].join("; ");

const headers: Readonly<Record<string, string>> = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

export interface GuardOptions {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly proxy: ProxyTrust;
  readonly clock: Clock;
  /** Names that a browser may call us by (`127.0.0.1`, `localhost`); undefined: any, because a proxy stands in front. */
  readonly hosts: readonly string[] | undefined;
  /** Reached by TLS, here or at the proxy: cookies are for that only. */
  readonly secure: boolean;
  /** Changes with the page's files. */
  readonly assets: string;
}

/** A person's page asks for some things at once, then now and then. */
const rate = { burst: 120, perSecond: 20 };

export interface Guard {
  /** For every request. */
  before(ask: Ask, next: Next): Promise<Response | undefined>;
  /** For routes of persons. */
  person(ask: Ask, next: Next): Promise<Response | undefined>;
  atLeast(role: Role): (ask: Ask, next: Next) => Promise<Response | undefined>;
}

function isOurs(ask: Ask, hosts: readonly string[] | undefined): boolean {
  if (hosts === undefined) return true;
  const host = ask.req.header("host") ?? "";
  return hosts.includes(host.replace(/:\d+$/, ""));
}

/** Fetch metadata where the browser has them, and the origin, which it sends with every request that changes something. */
export function isFromOwnPage(ask: Ask): boolean {
  const site = ask.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const origin = ask.req.header("origin");
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === ask.req.header("host");
}

function csrfProblem(ask: Ask, session: Session): Refusal | undefined {
  if (ask.req.method === "GET" || ask.req.method === "HEAD") return undefined;
  return isFromOwnPage(ask) && ask.req.header("x-csrf-token") === session.csrf ? undefined : refuse("csrf");
}

async function sessionOf(ask: Ask, { sessions, accounts, proxy }: GuardOptions): Promise<Session | Refusal> {
  const { socket, headers: sent } = ask.env.incoming;
  const said = saidUser(proxy, sent, socket.remoteAddress);
  const cookie = getCookie(ask, cookieName);
  const kept = cookie === undefined ? undefined : await sessions.find(cookie, true);
  // What the proxy vouched for holds only as long as it does.
  if (kept && (kept.by === "proxy" ? kept.name === said : said === undefined || said === kept.name)) return kept;
  if (said === undefined) return refuse("no_session");
  const person = await accounts.find(said);
  if (!person) return refuse("no_account");
  return { ...person, by: "proxy", csrf: "", tokenHash: "" };
}

export function createGuard(options: GuardOptions): Guard {
  const { clock, proxy, secure, assets, hosts } = options;
  const throttle: Throttle = createThrottle(rate);
  return {
    before: async (ask, next) => {
      const { socket, headers: sent } = ask.env.incoming;
      ask.set("address", addressOf(proxy, sent, socket.remoteAddress));
      for (const [name, value] of Object.entries(headers)) ask.header(name, value);
      if (secure) ask.header("strict-transport-security", "max-age=31536000");
      ask.header("x-posdiag-assets", assets);
      if (!isOurs(ask, hosts)) return answer(ask, refuse("elsewhere"));
      await next();
      return undefined;
    },
    person: async (ask, next) => {
      const session = await sessionOf(ask, options);
      if (isRefusal(session)) return answer(ask, session);
      if (!throttle.take(session.tokenHash || session.name, clock.monoMs())) return answer(ask, refuse("too_many"));
      const problem = session.csrf === "" && ask.req.method !== "GET" ? refuse("csrf") : csrfProblem(ask, session);
      if (problem) return answer(ask, problem);
      ask.set("session", session);
      await next();
      return undefined;
    },
    atLeast: (role) => async (ask, next) => {
      if (!atLeast(ask.get("session").role, role)) return answer(ask, refuse("role"));
      await next();
      return undefined;
    },
  };
}
