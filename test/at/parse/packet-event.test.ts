import { parseCgev } from "../../../src/at/parse/packet-event.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("packet events");

/** 3GPP TS 27.007 §10.1.19; the transcripts have those of ModemManager's tests. */
const events: readonly (readonly [line: string, event: string | undefined, cid: number | undefined])[] = [
  ["+CGEV: NW PDN DEACT 1", "nw_pdn_deact", 1],
  ["+CGEV: ME PDN ACT 1", "me_pdn_act", 1],
  ["+CGEV: NW DETACH", "nw_detach", undefined],
  ['+CGEV: NW DEACT "IP","123.123.123.123",1', "nw_deact_pdp", 1],
  ["+CGEV: NW DEACT 1,5", "nw_deact", 5],
  ["+CGEV: NW MODIFY 1,2,0", "nw_modify", 1],
  ["+CGEV: ME CLASS B", "me_class", undefined],
  ["+CGEV: SOMETHING NEW", undefined, undefined],
  ["+CGEV: NW PDN", undefined, undefined],
  ["+CGREG: 1", undefined, undefined],
];
for (const [line, event, cid] of events) {
  test(line, () => {
    assert.is(parseCgev(line)?.event, event);
    assert.is(parseCgev(line)?.cid, cid);
  });
}

test("what stands behind the name is told apart", () => {
  const secondary = parseCgev("+CGEV: ME ACT 3, 2, 1");
  assert.equal([secondary?.parentCid, secondary?.cid, secondary?.eventType], [3, 2, 1]);
  assert.is(parseCgev("+CGEV: ME PDN ACT 2,0")?.reason, 0);
  assert.is(parseCgev("+CGEV: NW CLASS B")?.mobileClass, "B");
});

test.run();
