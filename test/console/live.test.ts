import { systemClock } from "../../src/base/clock.ts";
import { createLive, type News } from "../../src/console/live.ts";
import { assert, suite } from "../front-door/suite.ts";
import { openPlace } from "./place.ts";

const test = suite("console/live", { timeoutMs: 60_000 });

test("attack 17: listeners are bounded, and hear nothing after their session", async () => {
  await using place = await openPlace();
  const anna = await place.as("see");
  const streams = await Promise.all(
    Array.from({ length: 14 }, () => fetch(`${place.url}/api/live?fleet`, { headers: { cookie: anna.cookie } })),
  );
  const codes = streams.map(({ status }) => status);
  assert.equal([codes.filter((code) => code === 200).length, codes.filter((code) => code === 429).length], [12, 2]);
  for (const { body } of streams) await body?.cancel();
  let figures = "";
  while (!/^posdiag_console_lookers 0$/m.test(figures)) figures = (await anna.get("/metrics")).text;
  assert.is((await anna.get("/api/live?terminal=acme/PX7-00042/x")).status, 404);
  assert.is((await anna.get("/api/live?terminal=acme/NOBODY")).status, 404);
});

/** Text of a stream until it holds this. */
async function read(response: Response, until: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.includes(until)) break;
  }
  return text;
}

test("who looks at a terminal hears that it changed, and that another one did not", async () => {
  await using place = await openPlace();
  const anna = await place.as("see");
  const look = (what: string) => fetch(`${place.url}/api/live?${what}`, { headers: { cookie: anna.cookie } });
  const [terminal, fleet] = [await look("terminal=acme/PX7-00042"), await look("fleet")];
  assert.match(terminal.headers.get("content-type") ?? "", "text/event-stream");
  const change = { changed_ms: systemClock.wallMs(), severity: 2, top_fault: "printer.no_paper" };
  const { db } = place.store;
  await db.updateTable("terminals").set(change).where("serial", "=", "PX7-00043").execute();
  assert.match(
    await read(fleet, "event: changed"),
    /event: hello\ndata: \{"assets":"\w+"\}\n\nevent: changed\ndata: \{"what":"fleet"/,
  );
  await db
    .updateTable("terminals")
    .set({ ...change, changed_ms: change.changed_ms + 1 })
    .where("serial", "=", "PX7-00042")
    .execute();
  const heard = await read(terminal, "event: changed");
  assert.is(heard.match(/event: changed/g)?.length, 1);
  assert.match(heard, `"what":"terminal","atMs":${change.changed_ms + 1}`);
  const { json } = await anna.get("/api/fleet");
  assert.is(json.totals.failing, 2);
});

const news = (what: News["what"], tenant: string, serial: string): News => ({ what, tenant, serial, atMs: 1 });

test("of a burst the fleet hears once, each in his tenant only, and nobody of what does not concern him", () => {
  const live = createLive();
  const heard: string[] = [];
  const join = (who: string, tenant: string | null, terminal?: { tenant: string; serial: string }) =>
    live.join({ who, person: { tenant }, terminal, tell: ({ what }) => void heard.push(`${who} ${what}`) });
  const leave = join("all", null);
  join("acme", "acme");
  join("one", null, { tenant: "acme", serial: "A" });
  live.tell([...["A", "B", "C"].map((serial) => news("terminal", "acme", serial)), news("command", "acme", "A")]);
  assert.equal(heard.splice(0), ["all fleet", "acme fleet", "one terminal", "one command"]);
  live.tell([news("terminal", "globex", "A"), news("incident", "globex", "")]);
  assert.equal(heard.splice(0), ["all fleet", "all incident"]);
  leave?.();
  assert.is(live.lookers, 2);
});

test.run();
