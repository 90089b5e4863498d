import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";
import { type Attempt, rungIds } from "../../src/model/attempt.ts";
import { absent, reading } from "../../src/model/reading.ts";
import { decodeReport } from "../../src/report/decode.ts";
import { encodeReport } from "../../src/report/encode.ts";
import { assert, suite } from "../front-door/suite.ts";
import { stamp } from "./samples.ts";

const test = suite("report/attempt-wire");

/** The .proto files read at run time: an independent leg beside the generated code. */
const reflected = new protobuf.Root();
reflected.resolvePath = (_origin, target) => fileURLToPath(new URL(`../../proto/${target}`, import.meta.url));
reflected.loadSync("posdiag/v1/report.proto");

const unchanged = reading("modem.rsrp_dbm", -97, 3_500_000);
const attempt: Attempt = {
  rung: "radio",
  fault: "cell.no_service",
  startedAtMs: 3_520_250,
  tookMs: 84_500,
  reply: "done",
  helped: "yes",
  before: [reading("modem.reg_state", "searching", 3_519_000), unchanged, absent("modem.pdp_state", 3_519_000)],
  after: [reading("modem.reg_state", "home", 3_604_000), unchanged, reading("modem.pdp_state", "active", 3_604_000)],
};

const bytesOf = (told: Attempt) => encodeReport({ stamp, body: { kind: "attempt", attempt: told } });

test("comes back as it was, with what was not to be had and what did not change", () => {
  const decoded = decodeReport(bytesOf(attempt));
  assert.ok(decoded.kind === "ok" && decoded.value.body.kind === "attempt");
  assert.equal(decoded.kind === "ok" && decoded.value.body, { kind: "attempt", attempt });
});

const replies = ["done", "refused", "silent", "lost", "withheld"] as const;
const effects = ["yes", "no", "unknown"] as const;

test("every rung, reply and effect comes back as the same word", () => {
  const all = rungIds.flatMap((rung) => replies.flatMap((reply) => effects.map((helped) => ({ rung, reply, helped }))));
  const back = all.map((words) => {
    const decoded = decodeReport(bytesOf({ ...attempt, ...words }));
    return decoded.kind === "ok" && decoded.value.body.kind === "attempt" ? decoded.value.body.attempt : undefined;
  });
  assert.equal(
    back.map((told) => ({ rung: told?.rung, reply: told?.reply, helped: told?.helped })),
    all,
  );
});

test("a reader that only has the .proto files reads the same, and a reading that did not change is sent once", () => {
  const type = reflected.lookupType("posdiag.v1.Report");
  const { attempt: wire } = type.toObject(type.decode(bytesOf(attempt)), { enums: String });
  assert.equal(
    { ...wire, readings: wire.readings.length },
    {
      rung: "RUNG_RADIO",
      fault: "cell.no_service",
      ageS: 85,
      tookS: 84,
      tookMs: 500,
      reply: "REPLY_DONE",
      helped: "HELPED_YES",
      readings: 5,
      before: [0, 2, 3],
      after: [1, 2, 4],
    },
  );
});

test.run();
