import { isAgentError } from "../../src/base/errors.ts";
import type { Place } from "../../src/model/record.ts";
import { decodeBirth, decodeReport } from "../../src/report/decode.ts";
import { encodeBirth, encodeReport } from "../../src/report/encode.ts";
import { posdiag } from "../../src/report/wire.js";
import { assert, suite } from "../front-door/suite.ts";
import { stamp, terminal } from "./samples.ts";

const test = suite("report/terminal-wire");
const { boot } = stamp;

const placeOf = (place: Place | undefined): unknown => {
  const said = place ? { ...terminal, place } : terminal;
  const birth = decodeBirth(encodeBirth({ boot, terminal: said, firstSeq: 1, nextSeq: 2 }, stamp));
  return birth.kind === "ok" && birth.value.terminal.place;
};

test("where a terminal stands comes back as it was, whole, in part, and not at all", () => {
  const whole = { shop: "hu-0815", region: "east", acquirer: "acq_1", carrier: "46000" };
  assert.equal(placeOf(whole), whole);
  assert.equal(placeOf({ carrier: "310260" }), { carrier: "310260" });
  assert.is(placeOf({}), undefined);
  assert.is(placeOf(undefined), undefined);
  const started = { kind: "started", terminal: { ...terminal, place: whole } } as const;
  const report = decodeReport(encodeReport({ stamp, body: started }));
  assert.equal(report.kind === "ok" && report.value.body, started);
});

test("nothing as long as a subscriber's or a card's number is sent as a place", () => {
  for (const carrier of ["460001234567890", "46000 x"]) {
    try {
      placeOf({ carrier });
      assert.unreachable("it was sent");
    } catch (error) {
      assert.ok(isAgentError(error) && error.code === "RECORD_INVALID");
      assert.not(String(error).includes(carrier));
    }
  }
});

const startedWith = (place: Place) => () =>
  encodeReport({ stamp, body: { kind: "started", terminal: { ...terminal, place } } });

test("aliases that are numbers make no card number together, and one that is one is not sent", () => {
  const place = { shop: "41111111", region: "11111111", carrier: "46000" };
  assert.ok(startedWith(place)().length > 0);
  const shop = `${place.shop}${place.region}`.replace(/(.{4})(?=.)/g, "$1-");
  assert.throws(startedWith({ shop }), (error: unknown) => isAgentError(error) && error.code === "CARD_DATA");
});

test("of what another sends as a place only what can be an alias is taken", () => {
  const wire = {
    tenant: "a",
    serial: "b",
    shop: "s 1",
    region: "4".repeat(16),
    carrier: "46001",
    acquirer: "\u001b[31m",
  };
  const bytes = posdiag.v1.Birth.encode({
    ...{ boot: Buffer.from(boot, "hex"), moment: {}, terminal: wire, firstSeq: 1, nextSeq: 2 },
  }).finish();
  const birth = decodeBirth(bytes);
  assert.equal(birth.kind === "ok" && birth.value.terminal.place, { carrier: "46001" });
});

test.run();
