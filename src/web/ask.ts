/** Questions to the server. What can go wrong is told apart by what the reader can do about it. */
import type { ErrorView } from "../console/api.ts";
import { request } from "./browser.ts";

export interface Failure {
  /**
   * `ended`: nobody is signed in. `rejected`: what was sent is wrong, and `message` says why. `stale`: the token of the page is
   * no longer the session's. `away`: the server is there, and what it keeps is not.
   */
  readonly kind: "offline" | "away" | "ended" | "forbidden" | "missing" | "often" | "rejected" | "stale" | "broken";
  readonly code: string;
  readonly message: string;
}

export type Answer<T> =
  | { readonly kind: "ok"; readonly value: T }
  | { readonly kind: "failed"; readonly failure: Failure };

/** By HTTP status; others below 500 are `rejected`. */
const kinds: Readonly<Record<number, Failure["kind"]>> = {
  401: "ended",
  403: "forbidden",
  404: "missing",
  429: "often",
};

function failure(kind: Failure["kind"], code: string, message = ""): { kind: "failed"; failure: Failure } {
  return { kind: "failed", failure: { kind, code, message } };
}

async function toldBy(response: Response): Promise<Answer<never>> {
  const { status } = response;
  const told = await readJson<ErrorView>(response);
  const { code = `http_${status}`, message = "" } = told?.error ?? {};
  if (code === "unavailable") return failure("away", code, message);
  if (code === "csrf") return failure("stale", code, message);
  // What stands in for the server while it is away (a proxy) is no answer of its own.
  if (told === undefined && status >= 502 && status <= 504) return failure("offline", code);
  return failure(kinds[status] ?? (status < 500 ? "rejected" : "broken"), code, message);
}

async function readJson<T>(response: Response): Promise<T | undefined> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** Nothing is an answer as well: there was nothing to say. */
async function answerOf<T>(response: Response): Promise<Answer<T>> {
  if (response.status === 204) return { kind: "ok", value: JSON.parse("null") };
  const value = await readJson<T>(response);
  return value === undefined ? failure("broken", "not_json") : { kind: "ok", value };
}

export interface Asking {
  get<T>(path: string): Promise<Answer<T>>;
  send<T>(method: "POST" | "PATCH", path: string, body: unknown): Promise<Answer<T>>;
}

/** What the page learns beside the answer. */
export interface Heard {
  /** The version of the page's files that the server has. */
  assets(version: string): void;
  ended(): void;
  /** Of the session, for what changes something. */
  csrf(): string;
  /** Asks for it anew: somebody may have signed in beside this page. */
  renew(asking: Asking): Promise<void>;
}

export function createAsking(heard: Heard): Asking {
  async function ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
    const response = await request(path, init).catch(() => undefined);
    if (!response) return failure("offline", "offline");
    const assets = response.headers.get("x-posdiag-assets");
    if (assets) heard.assets(assets);
    // What was sent may have been wrong by itself, as an old password is; a question tells whether the session is over.
    if (response.status === 401 && init.method === undefined) heard.ended();
    return response.ok ? answerOf<T>(response) : toldBy(response);
  }
  const headers = { accept: "application/json" };
  const sendOnce = <T>(method: string, path: string, body: unknown) =>
    ask<T>(path, {
      method,
      headers: { ...headers, "content-type": "application/json", "x-csrf-token": heard.csrf() },
      body: JSON.stringify(body),
    });
  const asking: Asking = {
    get: (path) => ask(path, { headers }),
    send: async (method, path, body) => {
      const first = await sendOnce<never>(method, path, body);
      if (first.kind === "failed" && first.failure.kind === "ended") await heard.renew(asking);
      if (first.kind === "ok" || first.failure.kind !== "stale") return first;
      // Nothing was done: it was refused at the door.
      await heard.renew(asking);
      return sendOnce(method, path, body);
    },
  };
  return asking;
}
