/** How long each view of the console takes, over real HTTP, with a large fleet and its past in PostgreSQL, while terminals go on reporting. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { sql } from "kysely";
import { systemClock } from "../../src/base/clock.ts";
import { createAccounts } from "../../src/console/accounts.ts";
import { createSessions } from "../../src/console/sessions.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { createPostgres } from "../support/postgres.ts";
import { chartSignals, fill, fullSignals, look, type Size } from "./console/fill.ts";
import { type Measurement, numberOf, type Outcome } from "./measurement.ts";
import { memoryOf, ticksOf, ticksPerSecond } from "./proc.ts";
import { percentile, worst } from "./statistics.ts";

const aimMs = 200;
const people = 20;
const dayMs = 86_400_000;

interface View {
  readonly name: string;
  /** `turn` counts up, so that no two requests are the same. */
  path(turn: number, next: string): string;
}

const serial = (turn: number, of: number) => `PX7-${String(1 + ((turn * 7_919) % of)).padStart(6, "0")}`;
const tenantOf = (id: number) => (id % 4 === 3 ? "globex" : "acme");
/** One of those with hourly measures. */
const looked = (turn: number, { full }: Size) => {
  const id = 1 + (turn % full);
  return `/api/terminals/${tenantOf(id)}/PX7-${String(id).padStart(6, "0")}`;
};

function viewsOf(size: Size): readonly View[] {
  const now = Date.now();
  const range = (signals: readonly string[], days: number) =>
    `signals=${signals.join(",")}&from=${now - days * dayMs}&to=${now}`;
  return [
    { name: "fleet", path: (turn) => `/api/fleet?lang=${turn % 2 ? "en" : "zh-CN"}` },
    { name: "terminals, worst first", path: () => "/api/terminals" },
    { name: "  the next page", path: (_, next) => `/api/terminals?cursor=${next}` },
    { name: "  silent for longest", path: () => "/api/terminals?sort=seen" },
    { name: "  by serial, of a carrier", path: () => "/api/terminals?sort=serial&carrier=46001&state=failing" },
    { name: "  of a fault in a region", path: (turn) => `/api/terminals?family=sim&region=region-${turn % 31}` },
    { name: "search: a serial", path: (turn) => `/api/terminals?q=${serial(turn, size.terminals)}` },
    { name: "search: some of it", path: (turn) => `/api/terminals?q=${String(1_000 + (turn % 9_000))}` },
    { name: "search: nothing", path: (turn) => `/api/terminals?q=nobody${turn}` },
    { name: "terminal", path: (turn) => `${looked(turn, size)}?lang=zh-CN` },
    { name: "charts, 24 hours", path: (turn) => `${looked(turn, size)}/series?${range(fullSignals, 1)}` },
    { name: "charts, 30 days", path: (turn) => `${looked(turn, size)}/series?${range(fullSignals, 30)}` },
    { name: "incidents", path: () => "/api/incidents" },
    { name: "an incident", path: (turn) => `/api/incidents/incident-${1 + (turn % 20)}` },
    { name: "audit", path: () => "/api/audit" },
    { name: "metrics", path: () => "/metrics" },
  ];
}

interface Server extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

async function startServer(database: string): Promise<Server> {
  const args = ["--import", "tsx", "test/bench/console/server.ts", "--database", database, "--listen", "127.0.0.1:0"];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "pipe"] });
  const { stderr } = child;
  if (!stderr) throw new Error("no standard error");
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the console ended with ${code}`)));
    createInterface(stderr).on("line", (line) => {
      const [, found] = /(http:\/\/\S+)$/.exec(line) ?? [];
      if (found) resolve(found);
    });
  });
  return {
    url,
    pid: child.pid ?? 0,
    [Symbol.asyncDispose]: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Cookies of as many people as one person may not be. */
async function signIn(store: Store): Promise<readonly string[]> {
  const person = { name: "anna", role: "see", tenant: null } as const;
  const [accounts, sessions] = [createAccounts(store, systemClock), createSessions(store, systemClock)];
  await accounts.add(person, null);
  const begun = [];
  for (let at = 0; at < people; at += 1) begun.push(await sessions.begin(person, "password"));
  return begun.map(({ token }) => `posdiag_session=${token}`);
}

/** What a collector changes in the rows of terminals, so many a second. */
async function goOn({ db }: Store, perSecond: number, stop: AbortSignal): Promise<void> {
  for (let turn = 1; !stop.aborted; turn += 1) {
    const [nowMs, from] = [Date.now(), 1 + ((turn * 7_919 * perSecond) % 90_000)];
    await sql`update terminals set seen_ms = ${nowMs}, changed_ms = ${nowMs} where id >= ${from} and id < ${from + perSecond}`.execute(
      db,
    );
    await delay(1_000, undefined, { signal: stop }).catch(() => {});
  }
}

/** Milliseconds of processor time so far: of the console, and of PostgreSQL's processes. */
function busyMs({ console: own, postgres }: Processes): number {
  const list = postgres === undefined ? "" : readFileSync(`/proc/${postgres}/task/${postgres}/children`, "utf8").trim();
  const children = list === "" ? [] : list.split(" ").map(Number);
  const ticks = [own, ...children].reduce((sum, pid) => sum + ticksOf(pid), 0);
  return (ticks * 1_000) / ticksPerSecond;
}

interface Processes {
  readonly console: number;
  /** Undefined: somebody else's. */
  readonly postgres: number | undefined;
}

interface Asking {
  readonly url: string;
  readonly cookies: readonly string[];
  readonly times: number;
  readonly processes: Processes;
}

async function measure(view: View, { url, cookies, times, processes }: Asking) {
  const took: number[] = [];
  let [next, bytes] = ["", 0];
  const ask = async (path: string, turn: number) => {
    const response = await fetch(`${url}${path}`, { headers: { cookie: cookies[turn % cookies.length] ?? "" } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`);
    return text;
  };
  if (view.name.includes("next page")) next = JSON.parse(await ask("/api/terminals", 0)).next;
  const before = busyMs(processes);
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    bytes = (await ask(view.path(turn, next), turn)).length;
    took.push(performance.now() - began);
  }
  return { took, bytes, cpu: (busyMs(processes) - before) / times };
}

const ms = (value: number) => value.toFixed(1);

export const consoleViews: Measurement = {
  name: "console",
  summary: "how long each view of the console takes with a large fleet in PostgreSQL",
  options: {
    terminals: { text: "terminals", default: "100000" },
    days: { text: "days of past", default: "30" },
    samples: { text: "a day, of each of 5 signals of each terminal", default: "2" },
    full: { text: "terminals with hourly measures of 12 signals, which are looked at", default: "500" },
    times: { text: "requests a view", default: "100" },
    database: { text: "address of one that was filled like this before; none: a new one is made", default: "" },
    changes: { text: "terminals that change each second meanwhile", default: "200" },
  },
  run: async (values, say): Promise<Outcome> => {
    const number = (name: string, range: readonly [number, number]) => numberOf(values, name, range);
    const size: Size = {
      terminals: number("terminals", [1_000, 1_000_000]),
      days: number("days", [1, 60]),
      perDay: number("samples", [1, 24]),
      full: number("full", [10, 10_000]),
    };
    const settings = ["shared_buffers=512MB", "synchronous_commit=off", "max_wal_size=4GB", "checkpoint_timeout=15min"];
    const { database = "" } = values;
    await using postgres = database === "" ? await createPostgres({ settings }) : undefined;
    const url = postgres?.url ?? database;
    if (postgres) await delay(2_000); // Until it has started.
    await using store = await openStore({ url });
    const began = performance.now();
    const filled = postgres ? await fill(store, size, say) : await look(store);
    const fillS = (performance.now() - began) / 1_000;
    const cookies = await signIn(store);
    await using server = await startServer(url);
    const stop = new AbortController();
    const going = goOn(store, number("changes", [0, 5_000]), stop.signal);
    const processes = { console: server.pid, postgres: postgres?.pid };
    const asking = { url: server.url, cookies, times: number("times", [5, 10_000]), processes };
    const results = [];
    for (const view of viewsOf(size)) {
      say(view.name);
      results.push({
        name: view.name,
        ...(await measure(view, asking)),
      });
    }
    const memory = memoryOf(server.pid).residentKb / 1_024;
    stop.abort();
    await going;
    const rows = results.map(({ name, took, bytes, cpu }) => [
      ...[
        name,
        ms(percentile(took, 0.5)),
        ms(percentile(took, 0.95)),
        ms(worst(took)),
        ms(cpu),
        String(Math.round(bytes / 1_024)),
      ],
    ]);
    const late = results.filter(({ took }) => percentile(took, 0.95) > aimMs);
    return {
      tables: [
        {
          title: `views, ${size.terminals} terminals`,
          columns: ["view", "p50, ms", "p95, ms", "worst, ms", "CPU, ms", "kB"],
          rows,
        },
      ],
      notes: [
        `${filled.samples} samples over ${size.days} days: ${size.perDay} a day of each of ${chartSignals.length} signals, and hourly ones of ${fullSignals.length} signals of ${size.full} terminals, which are the ones looked at. Real terminals measure hourly, which is ${Math.round(24 / size.perDay)} times as much; a view reads its terminal's rows by index, from the parts of the days it shows.`,
        `The database has ${(filled.bytes / 2 ** 30).toFixed(1)} GB${postgres ? ` and was filled in ${Math.round(fillS)} s` : ""}. The console takes ${Math.round(memory)} MB.`,
        "CPU: processor time of the console and of PostgreSQL for a request, with what the changing terminals cost meanwhile.",
        late.length === 0
          ? `Every view is below ${aimMs} ms at p95.`
          : `Above ${aimMs} ms at p95: ${late.map(({ name }) => name.trim()).join(", ")}.`,
      ],
      data: { size, filled, results },
      failed: false,
    };
  },
};
