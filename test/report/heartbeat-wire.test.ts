import type { Heartbeat } from "../../src/model/data-use.ts";
import { decodeBirth, decodeReport } from "../../src/report/decode.ts";
import { encodeBirth, encodeReport } from "../../src/report/encode.ts";
import { assert, suite } from "../front-door/suite.ts";
import { reportOf, stamp, terminal } from "./samples.ts";

const test = suite("report/heartbeat-wire");

const heartbeat: Heartbeat = {
  ...{ uptimeS: 86_400, rssKb: 68_000, waiting: 3, dropped: 0, keepaliveS: 450 },
  data: {
    ...{ monthBytes: 1_024_000, dayBytes: 40_960, budgetBytes: 2_097_152, rung: "events", reason: "month" },
    uses: { session: { up: 512_000, down: 256_000 }, fault: { up: 204_800, down: 51_200 } },
  },
  audit: { head: "0123456789abcdef", count: 7 },
};

test("a heartbeat comes back as it was, in whole kilobytes", () => {
  const report = decodeReport(encodeReport({ stamp, body: { kind: "heartbeat", heartbeat } }));
  assert.ok(report.kind === "ok" && report.value.body.kind === "heartbeat");
  const { uses, ...data } = heartbeat.data;
  assert.equal(report.kind === "ok" && report.value.body, {
    kind: "heartbeat",
    heartbeat: {
      ...heartbeat,
      data: {
        ...data,
        uses: [
          { kind: "session", up: 512_000, down: 256_000 },
          { kind: "fault", up: 204_800, down: 51_200 },
        ],
      },
    },
  });
});

test("hourly, without uses and commands, it is small", () => {
  const { audit: _, ...rest } = heartbeat;
  const lean: Heartbeat = { ...rest, data: { ...heartbeat.data, uses: {}, rung: "full", reason: "none" } };
  const bytes = encodeReport({ stamp, body: { kind: "heartbeat", heartbeat: lean } });
  assert.ok(bytes.length <= 72, `${bytes.length} bytes`);
});

test("what is sent is told in every report below the highest rung, and costs nothing on it", () => {
  const usual = encodeReport(reportOf());
  assert.is(encodeReport({ ...reportOf(), standing: { rung: "full", reason: "none" } }).length, usual.length);
  const less = encodeReport({ ...reportOf(), standing: { rung: "events", reason: "month" } });
  assert.is(less.length, usual.length + 4);
  const report = decodeReport(less);
  assert.equal(report.kind === "ok" && report.value.standing, { rung: "events", reason: "month" });
});

test("the birth tells it too", () => {
  const { boot } = stamp;
  const birth = decodeBirth(encodeBirth({ boot, terminal, firstSeq: 1, nextSeq: 2, data: heartbeat.data }, stamp));
  assert.is(birth.kind === "ok" && birth.value.data?.monthBytes, 1_024_000);
  assert.is(birth.kind === "ok" && birth.value.data?.rung, "events");
});

test.run();
