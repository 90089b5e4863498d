import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printOf } from "../../src/packs/proof.ts";
import { assert, suite } from "../front-door/suite.ts";
import { bytesOf, openTerminal, packOf, signer, type Terminal, trialMs } from "./bench.ts";

const test = suite("packs/shelf", { timeoutMs: 30_000 });

let terminal: Terminal;

test.before.each(() => {
  terminal = openTerminal();
});
test.after.each(() => terminal.end());

/** A pack that has passed its trial. */
async function settled(version: number): Promise<void> {
  await terminal.want("install", bytesOf(packOf(version)));
  await terminal.live();
}

test("nothing lies there, and nothing is made there", async () => {
  const shelf = await terminal.start();
  assert.equal([shelf.contents, shelf.label, shelf.view().in_force], [{}, undefined, null]);
  assert.equal(readdirSync(terminal.folder), []);
});

test("a pack is taken at the next start, on trial, and is good when it has lasted", async () => {
  await terminal.want("install", bytesOf(packOf(12)));
  const shelf = await terminal.start();
  assert.equal(shelf.contents.codes, { A2: "issuer_out", Y7: "merchant_frozen" });
  assert.equal([shelf.view().in_force, shelf.view().trial_left_s, shelf.view().before], ["acme-12", 60, null]);
  const running = shelf.run(new AbortController().signal);
  await terminal.clock.advance(trialMs + 1_000);
  await running;
  assert.is(shelf.view().trial_left_s, null);
  assert.equal(terminal.logged, ["data.taken", "data.in_force", "data.good"]);
  assert.equal([(await terminal.start()).label, terminal.files().length], ["acme-12", 2]);
});

test("an agent that is killed twice within the trial goes back at its third start, and remembers", async () => {
  await settled(11);
  await terminal.want("install", bytesOf(packOf(12)));
  assert.equal([(await terminal.start()).label, (await terminal.start()).label], ["acme-12", "acme-12"]);
  const back = await terminal.start();
  assert.equal([back.label, back.view().given_up], ["acme-11", [{ pack: "acme-12", why: "did_not_live" }]]);
  assert.ok(terminal.logged.includes("data.fell_back"));
  await terminal.want("install", bytesOf(packOf(12)));
  const again = await terminal.start();
  assert.equal([again.label, again.view().refused], ["acme-11", { pack: "acme-12", why: "given_up" }]);
  assert.is((await terminal.start()).label, "acme-11");
});

test("a trial that is cut short by an end in good order goes on at the next start", async () => {
  await terminal.want("install", bytesOf(packOf(12)));
  for (let day = 0; day < 4; day += 1) {
    const shelf = await terminal.start();
    assert.is(shelf.view().trial_left_s, 60);
    await shelf.end();
  }
});

test("an older pack is refused, and taken when somebody at the terminal insists", async () => {
  await settled(12);
  await terminal.want("install", bytesOf(packOf(11)));
  const shelf = await terminal.start();
  assert.equal([shelf.label, shelf.view().refused], ["acme-12", { pack: "acme-11", why: "older" }]);
  await terminal.want("force", bytesOf(packOf(11)));
  assert.is((await terminal.live()).label, "acme-11");
  await terminal.want("install", bytesOf(packOf(12)));
  assert.equal((await terminal.start()).view().refused, { pack: "acme-12", why: "older" });
});

test("forged, foreign and damaged packs that lie ready are refused, and what was in force stays", async () => {
  await settled(11);
  const bent = Buffer.from(bytesOf(packOf(12)));
  bent[bent.length - 3] = 0x41;
  const bad: readonly (readonly [Uint8Array, string])[] = [
    [bytesOf(packOf(12), signer("stranger")), "unknown_key"],
    [bytesOf(packOf(12, { meant: { tenant: ["other"] } })), "not_meant"],
    [bent, "bad_signature"],
    [Buffer.alloc(600_000, "x"), "oversized"],
    [Buffer.alloc(0), "malformed"],
  ];
  for (const [bytes, why] of bad) {
    await terminal.want("install", bytes);
    const shelf = await terminal.start();
    assert.equal([shelf.label, shelf.view().refused?.why, await terminal.store.order()], ["acme-11", why, undefined]);
  }
});

test("a key that ends is judged when the clock is known; the pack waits so long", async () => {
  const ends = signer("ends", { until: "2026-12-31" });
  await terminal.want("install", bytesOf(packOf(12), ends));
  assert.is((await terminal.start({ keys: [ends.trusted], today: undefined })).view().refused?.why, "clock_unknown");
  assert.is((await terminal.start({ keys: [ends.trusted] })).label, "acme-12");
  assert.is((await terminal.start({ keys: [ends.trusted], today: "2027-01-01" })).label, "acme-12");
});

test("who takes a key out of the list takes back what it has signed; what holds below it is used", async () => {
  await settled(11);
  const ben = signer("ben");
  await terminal.want("install", bytesOf(packOf(12), ben));
  assert.is((await terminal.start({ keys: [ben.trusted] })).label, "acme-12");
  const shelf = await terminal.start();
  assert.equal([shelf.label, shelf.view().given_up], ["acme-11", [{ pack: "acme-12", why: "unusable" }]]);
});

test("a damaged pack is set aside and the one before used; with none the agent has what comes with it", async () => {
  await settled(11);
  await settled(12);
  const path = (version: number) => join(terminal.folder, "data", `${printOf(bytesOf(packOf(version)))}.posdata`);
  writeFileSync(path(12), readFileSync(path(12)).subarray(0, 100));
  const shelf = await terminal.start();
  assert.equal([shelf.label, shelf.view().refused], ["acme-11", { pack: "acme-12", why: "damaged" }]);
  assert.ok(terminal.files().includes("damaged.posdata.broken-1"));
  rmSync(path(11));
  const bare = await terminal.start();
  assert.equal([bare.label, bare.contents, bare.view().refused?.why], [undefined, {}, "missing"]);
});

test("where the standing is damaged the newest pack that holds is tried anew", async () => {
  await settled(11);
  await settled(12);
  writeFileSync(join(terminal.folder, "data", "standing.json"), "{");
  const shelf = await terminal.start();
  assert.equal([shelf.label, shelf.view().trial_left_s], ["acme-12", 60]);
  assert.ok(terminal.logged.includes("data.damaged") && terminal.logged.includes("data.rebuilt"));
  await terminal.want("install", bytesOf(packOf(11)));
  assert.is((await terminal.start()).view().refused?.why, "older");
});

test("somebody goes back, and it is said", async () => {
  await settled(11);
  await settled(12);
  const from12 = Buffer.from(printOf(bytesOf(packOf(12))));
  await terminal.want("back", from12);
  const shelf = await terminal.start();
  assert.equal([shelf.label, shelf.view().trial_left_s], ["acme-11", null]);
  assert.ok(terminal.logged.includes("data.went_back"));
  assert.is((await terminal.start()).label, "acme-11", "once");
  await terminal.want("back", from12);
  assert.equal(
    [(await terminal.start()).label, await terminal.store.order()],
    ["acme-11", undefined],
    "cut off before it was over",
  );
});

test("a folder that cannot be used is reported, and the agent has what comes with it", async () => {
  writeFileSync(join(terminal.folder, "data"), "no folder");
  const shelf = await terminal.start();
  assert.equal([shelf.label, shelf.view().refused?.why], [undefined, "store_failed"]);
});

test("a pack that the disk does not take is not in force, what was stays, and it is tried again", async () => {
  await settled(11);
  await terminal.want("install", bytesOf(packOf(12)));
  const blocked = join(terminal.folder, "data", `${printOf(bytesOf(packOf(12)))}.posdata.new`);
  mkdirSync(blocked);
  const shelf = await terminal.start();
  assert.equal([shelf.label, shelf.view().refused?.why], ["acme-11", "store_failed"]);
  rmSync(blocked, { recursive: true });
  assert.is((await terminal.start()).label, "acme-12");
});

test("what other programs leave there is not touched, and what is cut off is removed", async () => {
  await settled(11);
  const folder = join(terminal.folder, "data");
  writeFileSync(join(folder, `${"a".repeat(32)}.posdata.new`), "half");
  writeFileSync(join(folder, `${"b".repeat(32)}.posdata`), "nobody's");
  mkdirSync(join(folder, "theirs"));
  chmodSync(folder, 0o700);
  await terminal.start();
  assert.equal(
    terminal.files().filter((name) => !name.endsWith(".posdata")),
    ["standing.json", "theirs"],
  );
  assert.is(terminal.files().filter((name) => name.endsWith(".posdata")).length, 1);
});

test.run();
