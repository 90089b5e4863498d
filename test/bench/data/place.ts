/** Mosquitto behind TLS with certificates on both sides, and the counting proxy before it. */
import { join } from "node:path";
import type { TlsFiles } from "../../../src/uplink/options.ts";
import { tlsLines, writeCertificates } from "../../support/certificates.ts";
import { createMosquitto } from "../../support/mosquitto.ts";
import { type CountingProxy, createProxy } from "./proxy.ts";

/** Lends it for as long as `use` takes. */
export async function atCountedBroker<T>(use: (proxy: CountingProxy, tls: TlsFiles) => Promise<T>): Promise<T> {
  await using broker = await createMosquitto((dir) => {
    writeCertificates(dir, ["broker", "terminal"]);
    return tlsLines(dir);
  });
  await broker.start();
  const file = (name: string) => join(broker.dir, name);
  await using proxy = await createProxy(broker.port);
  return await use(proxy, { caFile: file("ca.pem"), certFile: file("terminal.pem"), keyFile: file("terminal.key") });
}
