/** What every route of the console has: the request's own things, and answers that are values. */
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { type Language, languages } from "../model/text.ts";
import { type Fields, fieldsOf } from "./fields.ts";
import type { Session } from "./person.ts";
import { codeOf, errorView, isRefusal, type Refusal, refuse, statusOf } from "./refusal.ts";

export interface Env {
  readonly Bindings: HttpBindings;
  readonly Variables: {
    readonly session: Session;
    /** Of who asks, as far as it is known. */
    readonly address: string;
  };
}

export type Ask = Context<Env>;

export function languageOf(ask: Ask): Language {
  const said = ask.req.query("lang") ?? ask.req.header("accept-language") ?? "";
  const known = languages.find((language) => language === said);
  return known ?? (/^zh\b/i.test(said) ? "zh-CN" : "en");
}

const json = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/** A value as JSON, a refusal as its status and sentence. */
export function answer(ask: Ask, value: unknown): Response {
  if (!isRefusal(value)) return ask.body(JSON.stringify(value ?? { ok: true }), 200, json);
  const code = codeOf(value);
  if (code === "too_many") ask.header("retry-after", "5");
  return ask.body(JSON.stringify(errorView(value, languageOf(ask))), statusOf[code], json);
}

/** A handler that gives a value. */
export function giving(handler: (ask: Ask) => unknown): (ask: Ask) => Promise<Response> {
  return async (ask) => answer(ask, await handler(ask));
}

/** The body as an object, whatever else it may be is refused. */
export async function bodyOf(ask: Ask): Promise<Fields | Refusal> {
  if (!/^application\/json\b/i.test(ask.req.header("content-type") ?? "")) return refuse("bad_request", "content-type");
  const text = await ask.req.text();
  try {
    return fieldsOf(JSON.parse(text)) ?? refuse("bad_request");
  } catch (error) {
    if (error instanceof SyntaxError) return refuse("bad_request");
    throw error;
  }
}
