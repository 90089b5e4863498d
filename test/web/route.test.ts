/** Addresses: what they name, and that what was written can be read. */
import { hashes, readRoute, searchOf } from "../../src/web/route.ts";
import { assert, suite } from "../front-door/suite.ts";

const route = suite("an address");

route("names a view", () => {
  for (const [hash, view] of [
    ["", "fleet"],
    ["#/", "fleet"],
    ["#/terminals", "terminals"],
    ["#/t/acme/PX7-1", "terminal"],
    ["#/t/acme", "unknown"],
    ["#/incidents", "incidents"],
    ["#/incidents/a1", "incident"],
    ["#/users/extra", "unknown"],
    ["#/constructor", "unknown"],
    ["#/nowhere", "unknown"],
  ] as const) {
    assert.is(readRoute(hash).view, view, hash);
  }
});

route("is read as it was written, whatever a name has in it", () => {
  for (const name of ["a/b", "100%", "店 1", "<b>", "?x=1&y", "#"]) {
    assert.equal(readRoute(hashes.terminal(name, "s/1")).names, [name, "s/1"], name);
    assert.equal(readRoute(hashes.terminals({ shop: name, state: "" })).query, { shop: name }, name);
  }
  assert.equal(readRoute("#/t/50%/1").names, ["50%", "1"]);
});

route("leaves out what is empty", () => {
  assert.is(searchOf({ q: "", state: undefined }), "");
  assert.is(searchOf({ q: "a b" }), "?q=a+b");
});

route.run();
