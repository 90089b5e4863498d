/** TLS in front of a broker made of bytes: with the certificate, the name, the dates and the versions of a test's choice. */
import { connect, type Socket } from "node:net";
import { createServer, type TlsOptions } from "node:tls";
import type { Authority } from "../../hw-sim/authority.ts";

const dayMs = 86_400_000;

export interface Shown {
  readonly by: Authority;
  /** Default: `localhost`. */
  readonly names?: readonly string[];
  /** Days from now. Default: valid. */
  readonly from?: number;
  readonly to?: number;
  readonly tls?: TlsOptions;
}

export interface Front extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Connections that came, whatever became of them. */
  came(): number;
}

/** What is decrypted goes to the port behind it, as it comes. */
export async function createFront({ by, names = ["localhost"], from = -30, to = 30, tls }: Shown, behind: number) {
  const day = (offset: number) => new Date(Date.now() + offset * dayMs);
  const issued = await by.issue({ names, notBefore: day(from), notAfter: day(to) });
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer({ ...issued, ...tls }, (secure) => {
    const inner = connect(behind, "127.0.0.1");
    sockets.add(inner.on("error", () => secure.destroy()));
    secure.on("error", () => inner.destroy());
    secure.pipe(inner).pipe(secure);
  });
  server.on("tlsClientError", () => {});
  server.on("connection", (socket) => {
    count += 1;
    sockets.add(socket.on("error", () => {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    ...{ url: `mqtts://localhost:${port}`, port, came: () => count },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  } satisfies Front;
}
