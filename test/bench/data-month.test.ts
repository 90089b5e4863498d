import { join } from "node:path";
import { assert, suite } from "../front-door/suite.ts";
import { tlsLines, writeCertificates } from "../support/certificates.ts";
import { createMosquitto } from "../support/mosquitto.ts";
import { liveMonth } from "./data/month.ts";
import { full, quiet } from "./data/plans.ts";
import { createProxy } from "./data/proxy.ts";

const test = suite("bench/data-month", { timeoutMs: 30_000, needs: ["mosquitto", "openssl"] });
const days = 10;

test("a month of everything costs at most 2 MB, a quiet one 1 MB, by ten days of each", async () => {
  await using broker = await createMosquitto((dir) => {
    writeCertificates(dir, ["broker", "terminal"]);
    return tlsLines(dir);
  });
  await broker.start();
  const file = (name: string) => join(broker.dir, name);
  const tls = { caFile: file("ca.pem"), certFile: file("terminal.pem"), keyFile: file("terminal.key") };
  await using proxy = await createProxy(broker.port);
  for (const [plan, most] of [
    [full, 2_000_000],
    [quiet, 1_000_000],
  ] as const) {
    const { wireBytes, payloadBytes, sent } = await liveMonth({ ...plan, days }, proxy, tls);
    const month = (wireBytes * 30) / days;
    assert.ok(month <= most, `${plan.name}: ${month} bytes a month`);
    assert.ok(wireBytes > payloadBytes && sent >= 6 * days, `${wireBytes} of ${payloadBytes}, ${sent} sent`);
  }
});

test.run();
