/** What a captive portal shows: an HTTP server on the shop's router, to which everybody's requests are led. */
import { createServer, type ServerResponse } from "node:http";
import { reservePort } from "../libc.ts";
import type { Place } from "../place.ts";

export const LOGIN_HOST = "portal.test";
const LOGIN_PAGE = `http://${LOGIN_HOST}/login`;
const PAGE =
  "<!DOCTYPE html><title>Login</title><form method=post><input name=room><button>Go online</button></form>\n";

export interface LoginPage {
  readonly port: number;
  /** Whether a stranger's request is answered with the way to the page, or with the page itself. */
  setManner(manner: "redirect" | "page"): void;
  close(): Promise<void>;
}

function show(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/html", "Cache-Control": "no-store", Connection: "close" }).end(PAGE);
}

export async function createLoginPage(place: Place): Promise<LoginPage> {
  let manner: "redirect" | "page" = "redirect";
  const server = createServer((request, response) => {
    request.resume();
    if (manner === "page" || request.headers.host === LOGIN_HOST) show(response);
    else response.writeHead(302, { Location: LOGIN_PAGE, Connection: "close" }).end();
  });
  const { fd, port } = place.within(() => reservePort(place.address));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ fd }, resolve);
  });
  return {
    port,
    setManner: (to) => {
      manner = to;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
