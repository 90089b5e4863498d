import { assert, suite } from "../front-door/suite.ts";
import { liveMonth } from "./data/month.ts";
import { atCountedBroker } from "./data/place.ts";
import { full, quiet } from "./data/plans.ts";

const test = suite("bench/data-month", { timeoutMs: 90_000, needs: ["mosquitto", "openssl"] });
/** A day is like the next but for its dice; `npm run bench -- data-month` runs whole months. */
const days = 5;

test("a month of everything costs at most 2 MB, a quiet one 1 MB, by five days of each", () =>
  atCountedBroker(async (proxy, tls) => {
    for (const [plan, most] of [
      [full, 2_000_000],
      [quiet, 1_000_000],
    ] as const) {
      const { wireBytes, payloadBytes, sent } = await liveMonth({ ...plan, days }, proxy, tls);
      const month = (wireBytes * 30) / days;
      assert.ok(month <= most, `${plan.name}: ${month} bytes a month`);
      assert.ok(wireBytes > payloadBytes && sent >= 6 * days, `${wireBytes} of ${payloadBytes}, ${sent} sent`);
    }
  }));

test.run();
