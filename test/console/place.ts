/** A console with a store of a few terminals, and people with browsers: real HTTP, cookies and all. */
import { generateKeyPairSync, type KeyObject, scryptSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Clock, systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { systemRandom } from "../../src/base/random.ts";
import type { MeView, Role } from "../../src/console/api.ts";
import { type ConsoleOptions, type RunningConsole, startConsole } from "../../src/console/console.ts";
import { noProxy } from "../../src/console/proxy.ts";
import { builtInTexts } from "../../src/faults/text.ts";
import type { Store } from "../../src/store/store.ts";
import { createStores, type DatabaseName, type Stores } from "../support/stores.ts";

/** What it says under a name; of undefined nothing. */
export interface Said {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

export interface Request {
  /** An object goes as JSON, a text as it is. */
  readonly body?: unknown;
  /** Instead of what a browser sends by itself; empty: not sent. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Browser {
  cookie: string;
  csrf: string;
  get(path: string, headers?: Request["headers"]): Promise<Said>;
  send(method: string, path: string, request?: Request): Promise<Said>;
}

async function said(response: Response): Promise<Said> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** Keeps its cookie, and sends what a browser sends of its own accord. */
export function createBrowser(url: string): Browser {
  const ownHeaders = (method: string): Record<string, string> =>
    method === "GET"
      ? { cookie: browser.cookie }
      : {
          ...{ cookie: browser.cookie, origin: url, "sec-fetch-site": "same-origin" },
          ...{ "x-csrf-token": browser.csrf, "content-type": "application/json" },
        };
  const browser: Browser = {
    cookie: "",
    csrf: "",
    get: (path, headers = {}) => browser.send("GET", path, { headers }),
    send: async (method, path, { body, headers = {} } = {}) => {
      const all = Object.entries({ ...ownHeaders(method), ...headers }).filter(([, value]) => value !== "");
      const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
      const response = await fetch(`${url}${path}`, { method, headers: all, redirect: "manual", ...sent });
      const [set] = response.headers.getSetCookie();
      if (set !== undefined) browser.cookie = set.split(";")[0] ?? "";
      return said(response);
    },
  };
  return browser;
}

export const password = "correct horse battery";

/**
 * The same password as an account has it that was made when costs were next to nothing: the console takes it with the costs that are
 * beside it, and each sign-in of a test takes no tenth of a second. The first account, made at the console, has the costs of today.
 */
function cheaplyKept(): string {
  const salt = Buffer.alloc(16);
  const key = scryptSync(password.normalize("NFC"), salt, 32, { N: 2, r: 8, p: 1 });
  return ["scrypt", 2, 8, 1, salt.toString("base64"), key.toString("base64")].join("$");
}

export interface Place extends AsyncDisposable {
  readonly store: Store;
  readonly url: string;
  readonly running: RunningConsole;
  readonly key: KeyObject;
  /** Signed in, with an account made for it. */
  as(role: Role, tenant?: string | null): Promise<Browser & { readonly me: MeView; readonly name: string }>;
  browser(): Browser;
}

const pageFiles: Readonly<Record<string, string>> = {
  "index.html": "<!doctype html><title>posdiag</title>",
  "app.0123456789ab.js": "export {};",
  "app.0123456789ab.js.br": "packed",
};

function pageFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-page-"));
  for (const [name, text] of Object.entries(pageFiles)) writeFileSync(join(folder, name), text);
  return folder;
}

export interface PlaceOptions extends Partial<ConsoleOptions> {
  readonly database?: DatabaseName;
  readonly stores?: Pick<Stores, "open">;
  readonly clock?: Clock;
  fill?(store: Store): Promise<void>;
}

/** A PostgreSQL that has just been started may say for a moment that it starts. */
async function opened(stores: Pick<Stores, "open">, database: DatabaseName): Promise<Store> {
  for (let left = 50; ; left -= 1) {
    try {
      return await stores.open(database);
    } catch (error) {
      if (left === 0) throw error;
      await systemClock.sleep(100);
    }
  }
}

export async function openPlace({ database = "sqlite", fill, stores, ...options }: PlaceOptions = {}): Promise<Place> {
  const own = createStores();
  const places = stores ?? own;
  const store = await opened(places, database);
  await (fill ?? fillSome)(store);
  const page = pageFolder();
  const { privateKey } = generateKeyPairSync("ed25519");
  const running = await startConsole({
    ...{ host: "127.0.0.1", port: 0, store, page, clock: systemClock, random: systemRandom, log: silentLog },
    ...{ texts: builtInTexts, proxy: noProxy, isBehindProxy: false, metricsToken: undefined, broker: undefined },
    ...{ key: privateKey, onBroker: () => {} },
    ...options,
  });
  const first = createBrowser(running.url);
  let people = 0;
  const enter = async (browser: Browser, name: string) => {
    const answer = await browser.send("POST", "/api/login", { body: { name, password } });
    browser.csrf = answer.json.csrf;
    return answer.json;
  };
  const chief = async () => {
    if (first.csrf !== "") return;
    const made = await first.send("POST", "/api/setup", {
      body: { name: "chief", password, token: running.setupToken },
    });
    first.csrf = made.json.csrf;
  };
  return {
    ...{ store, url: running.url, running, key: privateKey },
    browser: () => createBrowser(running.url),
    as: async (role, tenant = null) => {
      await chief();
      const name = `${role}-${++people}`;
      await first.send("POST", "/api/users", { body: { name, role, tenant, password: null } });
      await store.db.updateTable("users").set({ password: cheaplyKept() }).where("name", "=", name).execute();
      const browser = createBrowser(running.url);
      const me = await enter(browser, name);
      return Object.assign(browser, { me, name });
    },
    [Symbol.asyncDispose]: async () => {
      await running[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
      await own[Symbol.asyncDispose]();
      rmSync(page, { recursive: true, force: true });
    },
  };
}

const minuteMs = 60_000;

/** What a terminal's row has when nothing special is said of it. */
export function terminalOf(serial: string, nowMs: number) {
  return {
    ...{ tenant: "acme", serial, online: 1, seen_ms: nowMs, changed_ms: nowMs - minuteMs, agent_version: "0.1.0" },
    ...{ carrier: "46000", region: "浙江", acquirer: "acq-1", shop: "shop-1", boot: "00000000000000a1" },
    ...{ severity: 0, open_cases: 0 },
  };
}

const reading = (signal: string, value: unknown, atMs: number) => ({ signal, value, atMs, quality: "ok" });

export const simDetail = JSON.stringify({
  party: ["merchant"],
  evidence: [{ id: "sim_absent", weight: 6.5, readings: [reading("sim.state", "absent", 90_000)] }],
  ruledOut: [
    {
      because: "module_answers",
      holds: true,
      faults: ["modem.hung"],
      readings: [reading("modem.at_response", "ok", 80_000)],
    },
  ],
  snapshot: [reading("modem.csq", 21, 100_000)],
});

export function caseOf(terminal: number, fault: string, nowMs: number) {
  return {
    ...{ terminal_id: terminal, boot: "00000000000000a1", case_id: 1, fault, family: fault.split(".")[0] ?? "" },
    ...{ severity: 4, probability: 0.97, opened_ms: nowMs - 5 * minuteMs, changed_ms: nowMs - minuteMs },
    ...{ occurrence: 2, raises_day: 3, seq: 7, detail: simDetail },
  };
}

/** Two of acme, of which PX7-00042 has its SIM pulled; one of globex, away. */
export async function fillSome({ db }: Store): Promise<void> {
  const nowMs = systemClock.wallMs();
  await db
    .insertInto("terminals")
    .values([
      { ...terminalOf("PX7-00042", nowMs), severity: 4, open_cases: 1 },
      { ...terminalOf("PX7-00043", nowMs), carrier: "46001", shop: "shop-2" },
      { ...terminalOf("GX-1", nowMs), tenant: "globex", online: 0, seen_ms: nowMs - 3 * 86_400_000 },
    ])
    .execute();
  const top = { top_fault: "sim.absent", top_probability: 0.97 };
  await db.updateTable("terminals").set(top).where("serial", "=", "PX7-00042").execute();
  await db
    .insertInto("cases")
    .values(caseOf(1, "sim.absent", nowMs))
    .execute();
  const boot = { boot: "00000000000000a1", base: 0, up_to: 4, last_seq: 12, came: "1-4,6,9-12", updated_ms: nowMs };
  await db
    .insertInto("boots")
    .values({ terminal_id: 1, ...boot, dropped: JSON.stringify({ metric: { runs: [[7, 8]], rests: [] } }) })
    .execute();
}
