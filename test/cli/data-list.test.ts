import { join } from "node:path";
import { silentLog } from "../../src/base/log.ts";
import { openPackStore } from "../../src/packs/store.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type DataPlace, data, openDataPlace } from "./data-place.ts";

const test = suite("cli/data-list and data-back", { timeoutMs: 60_000 });

let place: DataPlace;
test.before.each(async () => {
  place = await openDataPlace();
});
test.after.each(() => place.end());

const held = (version: number, letter: string) => ({ print: letter.repeat(32), label: `acme-${version}`, version });

/** As the agent keeps it. */
async function keep(): Promise<void> {
  const store = openPackStore(join(place.folder, "state", "data"), silentLog);
  const givenUp = [{ ...held(10, "c"), why: "did_not_live" }] as const;
  await store.keep({ floor: 12, current: held(12, "a"), before: held(11, "b"), trial: undefined, givenUp });
}

test("with nothing there it says so, and there is nothing to go back from", async () => {
  const shown = await data("list", "--config", place.config);
  assert.equal([shown.exit, shown.err], [0, ""]);
  assert.match(shown.out, /none: what comes with the program/);
  const back = await data("back", "--config", place.config);
  assert.equal([back.exit, back.out], [1, "there is nothing to go back from\n"]);
});

test("it says what is good, before, given up and waits; going back is laid ready", async () => {
  await keep();
  const older = await data("install", await place.pack(11), "--config", place.config);
  assert.equal([older.exit, /--force-older/.test(older.err)], [65, true], older.err);
  const forced = await data(
    "install",
    await place.pack(11, "--tenant", "acme"),
    "--config",
    place.config,
    "--force-older",
  );
  assert.is(forced.exit, 0, forced.err);
  const shown = await data("list", "--config", place.config);
  for (const part of ["acme-12", "acme-11", "acme-10: did_not_live", "version 12", "waits"])
    assert.ok(shown.out.includes(part), `${part}\n${shown.out}`);
  const back = await data("back", "--config", place.config, "--json");
  assert.equal([back.exit, JSON.parse(back.out)], [0, { ready: true, to: "acme-11" }]);
  assert.is(JSON.parse((await data("list", "--config", place.config, "--json")).out).waiting, "to go back");
});

test("without a configuration, or with a wrong word, it says how it is used", async () => {
  for (const what of ["list", "back"] as const) {
    assert.is((await data(what)).exit, 64);
    assert.is((await data(what, "--config", place.config, "more")).exit, 64);
    assert.is((await data(what, "--config", "/nonexistent")).exit, 66);
  }
});

test.run();
