import { layouts } from "../../src/modem/usb-layouts.ts";
import { layoutOf, roleOf } from "../../src/modem/usb-table.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("roles of USB ports");

test("every id stands once, is well written, and has a source and an AT port", () => {
  const ids = layouts.flatMap((layout) => layout.ids);
  assert.is(new Set(ids).size, ids.length);
  for (const { ids: own, roles, source, name } of layouts) {
    assert.ok(source.length > 0 && own.length > 0, name);
    assert.ok(
      own.every((id) => /^[0-9a-f]{4}:[0-9a-f]{4}$/.test(id)),
      name,
    );
    assert.ok(
      Object.keys(roles).every((number) => /^[0-9a-f]{2}$/.test(number)),
      name,
    );
    assert.ok(Object.values(roles).includes("at"), name);
  }
});

// The field's own table: USB id, interface of the first AT port.
for (const [id, at] of [
  ["2c7c:0125", "02"],
  ["2c7c:0800", "02"],
  ["1e0e:9001", "02"],
  ["1e0e:9011", "04"],
  ["1e0e:9206", "02"],
  ["2cb7:0104", "01"],
  ["1508:1001", "01"],
  ["2cb7:01a0", "02"],
  ["1782:4d10", "00"],
  ["1782:4d11", "02"],
  ["2cb7:0007", "02"],
  ["305a:1405", "01"],
  ["1782:4e00", "00"],
] as const) {
  test(`${id} takes AT on interface ${at}`, () => {
    assert.is(roleOf({ id, number: at, protocol: "ff/00/00" }), "at");
    assert.ok(layoutOf(id));
  });
}

test("what no table knows is unknown", () => {
  assert.is(roleOf({ id: "2c7c:0900", number: "02", protocol: "ff/00/00" }), "unknown");
  assert.is(roleOf({ id: "2c7c:0125", number: "07", protocol: "ff/00/00" }), "unknown");
  assert.is(roleOf({ id: "", number: "", protocol: "" }), "unknown");
});

test.run();
