/** The console of vendor support: one process that serves the page, and asks terminals for those who may. */
import { type KeyObject, randomBytes } from "node:crypto";
import type { Clock } from "../base/clock.ts";
import { systemCode } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import type { Random } from "../base/random.ts";
import type { TextBook } from "../faults/text.ts";
import type { Language } from "../model/text.ts";
import type { Store } from "../store/store.ts";
import type { LinkFailure } from "../uplink/failure.ts";
import type { BrokerAccess } from "../uplink/options.ts";
import { createAccounts } from "./accounts.ts";
import { createApp } from "./app.ts";
import { type Assets, readAssets } from "./assets.ts";
import { createBrokerLink } from "./broker-link.ts";
import { createCommandDesk } from "./command-desk.ts";
import { type Courier, createCourier } from "./courier.ts";
import { createGuard } from "./guard.ts";
import { createIncidentDetails } from "./incident-details.ts";
import { createLive } from "./live.ts";
import { createOverview } from "./overview.ts";
import type { MetricsAccess, Parts } from "./parts.ts";
import type { ProxyTrust } from "./proxy.ts";
import { type ConsoleServer, type ListenOptions, listen } from "./server.ts";
import { createSessions, type SessionTerms, usualTerms } from "./sessions.ts";
import { createTrail } from "./trail.ts";

export interface ConsoleOptions extends ListenOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly texts: TextBook;
  /** Folder of the page's files. */
  readonly page: string;
  readonly proxy: ProxyTrust;
  /** TLS ends before us: at a proxy. */
  readonly isBehindProxy: boolean;
  readonly metricsToken: string | undefined;
  readonly broker: BrokerAccess | undefined;
  /** That signs commands. */
  readonly key: KeyObject | undefined;
  readonly terms?: SessionTerms;
  /** Of a collector in this process: messages that it could not read. */
  unreadable?(): number;
  onBroker(state: "connected" | LinkFailure): void;
}

export interface RunningConsole extends AsyncDisposable {
  readonly url: string;
  /** There is no account: the first one is made with this. */
  readonly setupToken: string | undefined;
  readonly hasPage: boolean;
}

const loopback = ["127.0.0.1", "localhost", "[::1]"];

const offTexts = {
  broker: { en: "The console was started without --broker.", "zh-CN": "控制台启动时未指定 --broker。" },
  key: { en: "The console was started without --key.", "zh-CN": "控制台启动时未指定 --key。" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

function courierOf({ store, clock, random, broker, key, log, onBroker }: ConsoleOptions): Courier | undefined {
  if (!broker || !key) return undefined;
  const link = createBrokerLink({ broker, clock, random, onState: onBroker });
  return createCourier({ store, clock, link, key, onTrouble: trouble(log, "console.courier") });
}

function trouble(log: Log, event: string): (error: unknown) => void {
  return (error) =>
    log("warning", event, { code: systemCode(error) ?? (error instanceof Error ? error.name : "unknown") });
}

function metricsAccess({ metricsToken, isBehindProxy }: ConsoleOptions): MetricsAccess {
  return { token: metricsToken, fromLoopback: !isBehindProxy };
}

function partsOf(
  options: ConsoleOptions,
  running: { assets: Assets; setupToken: string | undefined; stop: AbortSignal; courier: Courier | undefined },
): Parts {
  const { store, clock, log, texts, proxy, tls, isBehindProxy, key, broker, terms = usualTerms } = options;
  const { assets, setupToken, stop, courier } = running;
  const [accounts, sessions, trail, live] = [
    createAccounts(store, clock),
    createSessions(store, clock, terms),
    createTrail(store, clock),
    createLive(),
  ];
  const secure = tls !== undefined || isBehindProxy;
  const off = courier ? undefined : offTexts[broker ? "key" : "broker"];
  const hosts = secure || proxy.userHeader !== undefined ? undefined : loopback;
  return {
    ...{ store, clock, log, texts, accounts, sessions, trail, live, assets, secure, setupToken, stop },
    guard: createGuard({ accounts, sessions, proxy, clock, hosts, secure, assets: assets.version }),
    desk: createCommandDesk({ store, clock, trail, off, key, wake: () => courier?.wake() }),
    overview: createOverview({
      store,
      clock,
      live,
      unreadable: options.unreadable,
      onTrouble: trouble(log, "console.store"),
    }),
    details: createIncidentDetails(store),
    metrics: metricsAccess(options),
  };
}

/** @throws AgentError USAGE when the address is not to be had; and what the database says. */
export async function startConsole(options: ConsoleOptions): Promise<RunningConsole> {
  const stop = new AbortController();
  const courier = courierOf(options);
  const assets = await readAssets(options.page);
  const isEmpty = await createAccounts(options.store, options.clock).none();
  const setupToken = isEmpty ? randomBytes(15).toString("base64url") : undefined;
  const parts = partsOf(options, { assets, setupToken, stop: stop.signal, courier });
  await parts.overview.start();
  const server: ConsoleServer = await listen(createApp(parts), options);
  const working = Promise.all([parts.overview.run(stop.signal), courier?.run(stop.signal)]);
  return {
    ...{ url: server.url, setupToken, hasPage: assets.has("index.html") },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await server[Symbol.asyncDispose]();
      await working;
    },
  };
}
