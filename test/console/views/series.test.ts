import { systemClock } from "../../../src/base/clock.ts";
import { makeRoom } from "../../../src/store/days.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { databases } from "../../support/stores.ts";
import { fillSome, openPlace } from "../place.ts";

const test = suite("console/views/series", { needs: ["postgres"], timeoutMs: 60_000 });

const minuteMs = 60_000;
const base = "/api/terminals/acme/PX7-00042";

for (const database of databases) {
  test(`${database}: a chart has at most 500 points, whose ends and sums are those of all that was measured`, async () => {
    const nowMs = systemClock.wallMs();
    const startMs = nowMs - 1_000 * minuteMs;
    await using place = await openPlace({
      database,
      fill: async (store) => {
        await fillSome(store);
        await makeRoom(store, { records: 3, samples: 3, cases: 3 }, nowMs);
        const rows = Array.from({ length: 1_000 }, (_, at) => at).flatMap((at) => {
          const when = { terminal_id: 1, at_ms: startMs + at * minuteMs };
          const odd = at % 2 === 1;
          return [
            {
              ...when,
              signal: "modem.rsrp_dbm",
              low: -120 + (at === 500 ? -20 : 0),
              mean: odd ? -100 : -90,
              high: -80,
              count: odd ? 3 : 1,
            },
            { ...when, signal: "payments.approved", low: 2, mean: 2, high: 2, count: 1 },
          ];
        });
        for (let at = 0; at < rows.length; at += 500)
          await store.db
            .insertInto("samples")
            .values(rows.slice(at, at + 500))
            .execute();
      },
    });
    const anna = await place.as("see");
    const { json } = await anna.get(
      `${base}/series?signals=modem.rsrp_dbm,payments.approved,power.battery_pct&from=${startMs}&to=${nowMs}&lang=zh-CN`,
    );
    const [radio, payments, battery] = json.series;
    assert.equal([radio.name, radio.unit, radio.points.length, battery.points], ["信号强度（RSRP）", "dBm", 500, []]);
    assert.is(Math.min(...radio.points.map(([, low]: number[]) => low)), -140);
    assert.equal(radio.points[0].slice(1), [-120, -97.5, -80], "each weighs as often as it was measured");
    assert.is(
      payments.points.reduce((sum: number, [, , mean]: number[]) => sum + (mean ?? 0), 0),
      2_000,
    );
    const { json: view } = await anna.get(`${base}?lang=en`);
    assert.equal(
      view.measured.map(({ signal }: { signal: string }) => signal),
      ["modem.rsrp_dbm", "payments.approved"],
    );
  });
}

test("spans that cannot be are refused", async () => {
  await using place = await openPlace();
  const anna = await place.as("see");
  const wrong = [
    "",
    "signals=",
    "signals=a",
    `signals=${"a.b,".repeat(25)}`,
    "signals=a.b&from=5&to=5",
    "signals=a.b&from=-1",
    "signals=a.b&from=0",
  ];
  for (const query of wrong) assert.is((await anna.get(`${base}/series?${query}`)).status, 400, query);
});

test.run();
