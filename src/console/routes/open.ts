/** What needs no account: health, figures for Prometheus, the page's files. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Hono } from "hono";
import { metricsText } from "../metrics.ts";
import type { Parts } from "../parts.ts";
import { refuse } from "../refusal.ts";
import { type Ask, answer, type Env } from "../web.ts";

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;

function mayRead(ask: Ask, { token, fromLoopback }: Parts["metrics"]): boolean {
  const [, said] = /^Bearer (\S{1,200})$/.exec(ask.req.header("authorization") ?? "") ?? [];
  if (token !== undefined) {
    const [a, b] = [token, said ?? ""].map((text) => createHash("sha256").update(text).digest());
    return a !== undefined && b !== undefined && timingSafeEqual(a, b);
  }
  const { remoteAddress = "" } = ask.env.incoming.socket;
  return fromLoopback && loopback.test(remoteAddress) && ask.req.header("x-forwarded-for") === undefined;
}

export function addOpen(app: Hono<Env>, parts: Parts): void {
  const { overview, live, assets, metrics } = parts;
  app.get("/healthz", (ask) => {
    const { isCurrent } = overview;
    return ask.json({ ok: isCurrent, database: isCurrent }, isCurrent ? 200 : 503, { "cache-control": "no-store" });
  });
  app.get("/metrics", (ask) => {
    if (!mayRead(ask, metrics)) return answer(ask, refuse("role"));
    return ask.body(metricsText(overview, live.lookers), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    });
  });
  app.get("/assets/:name", (ask) => assets.serve(ask, ask.req.param("name")) ?? answer(ask, refuse("not_found")));
}

/** Every other path is the page's own: it knows what to show there. */
export function addPage(app: Hono<Env>, { assets }: Parts): void {
  app.notFound((ask) => {
    const isPage = ask.req.method === "GET" && !/^\/(?:api|assets)(?:\/|$)/.test(ask.req.path);
    return (isPage ? assets.serve(ask, "index.html") : undefined) ?? answer(ask, refuse("not_found"));
  });
}
