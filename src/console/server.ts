/** HTTP or HTTPS on one address, with a bound on everything that a stranger can keep open. */
import { createServer as createPlain, type Server, type ServerOptions } from "node:http";
import { createServer as createSecure } from "node:https";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { AgentError, systemCode } from "../base/errors.ts";
import type { Env } from "./web.ts";

export interface ListenOptions {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** PEM. Missing: without TLS. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
}

export interface ConsoleServer extends AsyncDisposable {
  /** `http://127.0.0.1:8088`. */
  readonly url: string;
}

/** A request is there within this, its head sooner; they are looked after each second. */
const bounds: ServerOptions = {
  requestTimeout: 15_000,
  headersTimeout: 5_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
};
const mostConnections = 1_000;

function serverOf({ tls }: ListenOptions, listener: ReturnType<typeof getRequestListener>): Server {
  const handle: Parameters<typeof createPlain>[1] = (incoming, outgoing) => void listener(incoming, outgoing);
  return tls ? createSecure({ ...bounds, ...tls, minVersion: "TLSv1.2" }, handle) : createPlain(bounds, handle);
}

function urlOf(server: Server, { host, tls }: ListenOptions): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `${tls ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** @throws AgentError USAGE when the address is not to be had. */
export async function listen(app: Hono<Env>, options: ListenOptions): Promise<ConsoleServer> {
  const { host, port } = options;
  const server = serverOf(options, getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  server.maxConnections = mostConnections;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(new AgentError("USAGE", `port ${port} of ${host} (${systemCode(error) ?? "unknown"})`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  return {
    url: urlOf(server, options),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
