/** Answers Prometheus: `/metrics`, and `/healthz` for whoever restarts what is ill. Counts only: nothing of any terminal, and no secret. */
import { createServer } from "node:http";
import { AgentError, systemCode } from "../base/errors.ts";
import { metricsText } from "./metrics-text.ts";
import type { Tally } from "./tally.ts";

export interface MetricsServer extends AsyncDisposable {
  readonly url: string;
}

export interface MetricsOptions {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
}

const requestTimeoutMs = 5_000;
const mostConnections = 16;

const notFound = { status: 404, text: "not found\n" };

function answerTo(url: string | undefined, tally: Tally): { readonly status: number; readonly text: string } {
  if (url === "/metrics") return { status: 200, text: metricsText(tally) };
  if (url !== "/healthz") return notFound;
  return tally.connected && tally.database ? { status: 200, text: "ok\n" } : { status: 503, text: "ill\n" };
}

/** @throws AgentError USAGE when the port is not to be had */
export async function serveMetrics({ host, port }: MetricsOptions, tally: Tally): Promise<MetricsServer> {
  const server = createServer({ requestTimeout: requestTimeoutMs }, ({ method, url }, response) => {
    const { status, text } = method === "GET" ? answerTo(url, tally) : notFound;
    response.writeHead(status, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
    response.end(text);
  });
  server.maxConnections = mostConnections;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(new AgentError("USAGE", `port ${port} of ${host} (${systemCode(error) ?? "unknown"})`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
