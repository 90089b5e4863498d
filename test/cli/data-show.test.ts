import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert, suite } from "../front-door/suite.ts";
import { type DataPlace, data, openDataPlace, textOf } from "./data-place.ts";

const test = suite("cli/data-show", { timeoutMs: 60_000 });

let place: DataPlace;
test.before.each(async () => {
  place = await openDataPlace();
});
test.after.each(() => place.end());

test("says what it is, for whom, and whether the signature holds", async () => {
  const file = await place.pack(12, "--tenant", "acme", "--agent-below", "2.0.0");
  const shown = await data("show", file, "--keys", place.keysFile);
  assert.is(shown.exit, 0);
  for (const part of ["acme-12", "tenant acme", "agent_below 2.0.0", "holds, key ", " of anna", "codes, 27 bytes"])
    assert.ok(shown.out.includes(part), `${part}\n${shown.out}`);
  assert.match((await data("show", file)).out, /unknown, key/);
  assert.is((await data("show", file, "--section", "codes")).out, '{ "Y7": "merchant_frozen" }');
  assert.is((await data("show", file, "--section", "modems")).exit, 64);
});

test("an altered one is told from a whole one, and what is none from both", async () => {
  const file = await place.pack(12);
  writeFileSync(file, textOf(file).replace("Y7", "Y8"));
  const shown = await data("show", file, "--keys", place.keysFile, "--json");
  const { signature, signer } = JSON.parse(shown.out);
  assert.equal([shown.exit, signature, signer], [65, "broken", "anna"]);
  assert.is((await data("show", place.config)).exit, 65);
  assert.is((await data("show", join(place.folder, "none"))).exit, 66);
  assert.is((await data("show", place.folder)).exit, 65);
  assert.is((await data("show")).exit, 64);
});

test.run();
