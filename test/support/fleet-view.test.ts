import { byGravity, type FleetFilter, type FleetTerminal, fits } from "../../src/support/fleet-view.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("support/fleet-view");

const sound: FleetTerminal = {
  ...{ tenant: "acme", serial: "SN-1", online: true, seenMs: 5, version: "1.0.0" },
  place: { shop: "s-1", carrier: "46000" },
  open: [],
};
const faultOf = (severity: string) => ({ fault: "sim.absent", severity, probability: 0.9, openedMs: 1 });
const failing: FleetTerminal = { ...sound, serial: "SN-2", online: false, open: [faultOf("major")] };
const silent: FleetTerminal = { ...sound, serial: "SN-3", online: undefined };

test("every part of a filter must fit", () => {
  const rows: readonly (readonly [FleetFilter, readonly FleetTerminal[]])[] = [
    [{}, [sound, failing, silent]],
    [{ state: "all" }, [sound, failing, silent]],
    [{ state: "ok" }, [sound]],
    [{ state: "failing" }, [failing]],
    [{ state: "offline" }, [failing]],
    [{ fault: "sim.absent" }, [failing]],
    [{ fault: "host.down" }, []],
    [{ shop: "s-1", carrier: "46000", tenant: "acme", version: "1.0.0" }, [sound, failing, silent]],
    [{ shop: "s-1", carrier: "46001" }, []],
    [{ region: "anywhere" }, []],
    [{ serial: "SN-3" }, [silent]],
  ];
  for (const [filter, fitting] of rows) {
    assert.equal(
      [sound, failing, silent].filter((each) => fits(each, filter)),
      fitting,
      JSON.stringify(filter),
    );
  }
});

test("a terminal that cannot choose between causes is failing, and stands with the major ones", () => {
  const unsure: FleetTerminal = { ...sound, serial: "SN-4", unsure: { sinceMs: 1, candidates: [] } };
  const minor: FleetTerminal = { ...sound, open: [faultOf("minor")] };
  assert.equal([fits(unsure, { state: "failing" }), fits(unsure, { state: "ok" })], [true, false]);
  assert.equal(
    [sound, minor, unsure, failing].toSorted(byGravity).map(({ serial }) => serial),
    ["SN-2", "SN-4", "SN-1", "SN-1"],
  );
});

test("gravest first, a word of a newer terminal before none, then by name", () => {
  const strange: FleetTerminal = { ...sound, serial: "SN-0", open: [faultOf("unknown_9")] };
  const critical: FleetTerminal = { ...sound, serial: "SN-9", open: [faultOf("critical")] };
  const other: FleetTerminal = { ...sound, tenant: "aaa", serial: "SN-5" };
  const sorted = [silent, strange, sound, critical, other, failing].toSorted(byGravity);
  assert.equal(
    sorted.map(({ serial }) => serial),
    ["SN-9", "SN-2", "SN-0", "SN-5", "SN-1", "SN-3"],
  );
});

test.run();
