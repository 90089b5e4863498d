import { openStore } from "../../src/store/store.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createPostgres } from "../support/postgres.ts";
import { createStores, databases } from "../support/stores.ts";
import { openPlace } from "./place.ts";

const test = suite("console", { needs: ["postgres"], timeoutMs: 60_000 });
const stores = createStores();
test.after(() => stores[Symbol.asyncDispose]());

for (const database of databases) {
  test(`${database}: the fleet at a glance, in both languages`, async () => {
    await using place = await openPlace({ database, stores });
    const anna = await place.as("see");
    const { status, json: fleet } = await anna.get("/api/fleet?lang=en");
    assert.is(status, 200);
    assert.equal(fleet.totals, { terminals: 3, online: 2, failing: 1, critical: 1, silent: 1 });
    assert.equal(fleet.bySeverity, { none: 2, warning: 0, minor: 0, major: 0, critical: 1 });
    const [top] = fleet.topFaults;
    assert.equal([top.fault, top.family, top.open, top.online], ["sim.absent", "sim", 1, 1]);
    assert.equal(
      fleet.groups.carrier.map((group: { value: string; failing: number }) => [group.value, group.failing]),
      [
        ["46000", 1],
        ["46001", 0],
      ],
    );
    assert.equal(fleet.causes.carrier, [{ value: "46000", family: "sim", open: 1 }]);
    assert.is(fleet.collector.database, database);
    const { json: chinese } = await anna.get("/api/fleet?lang=zh-CN");
    assert.is(chinese.families[0].name, "SIM卡");
  });

  test(`${database}: a terminal, what is wrong with it, and how that is known`, async () => {
    await using place = await openPlace({ database, stores });
    const anna = await place.as("see");
    const { json: view } = await anna.get("/api/terminals/acme/PX7-00042?lang=en");
    const [verdict] = view.verdicts;
    assert.equal(
      [verdict.fault, verdict.severityName, verdict.party],
      ["sim.absent", "critical", [{ id: "merchant", name: "merchant" }]],
    );
    assert.ok(verdict.say.length > 10 && verdict.do.length > 0);
    const [proof] = verdict.evidence;
    assert.equal(
      [proof.id, proof.weight, proof.readings[0].name, proof.readings[0].ageMs],
      ["sim_absent", 6.5, "SIM card", 10_000],
    );
    assert.is.not(proof.text, "sim_absent");
    assert.equal(verdict.ruledOut[0].faults, ["modem.hung"]);
    assert.equal(view.gaps, [
      { boot: "00000000000000a1", from: 5, to: 5, dropped: false },
      { boot: "00000000000000a1", from: 7, to: 8, dropped: true },
    ]);
    const { json: chinese } = await anna.get("/api/terminals/acme/PX7-00042?lang=zh-CN");
    assert.equal([chinese.verdicts[0].severityName, chinese.verdicts[0].party[0].name], ["严重", "商户"]);
    assert.is((await anna.get("/api/terminals/acme/NOBODY")).status, 404);
  });
}

test("the status file of other estate managers, as JSON and as XML", async () => {
  await using place = await openPlace();
  const anna = await place.as("see");
  const { json } = await anna.get("/api/terminals/acme/PX7-00042/catm.001.json?lang=en");
  const content = json.StsRpt.StsRpt.DataSet.Cntt;
  assert.is(json.StsRpt.StsRpt.POIId.Id, "PX7-00042");
  assert.match(content.Errs[0], /^sim\.absent 97% \d{4}-/);
  assert.equal(
    content.POICmpnt.map((part: { Tp: string }) => part.Tp),
    ["TERM", "APLI", "DVCE"],
  );
  const xml = await anna.get("/api/terminals/acme/PX7-00042/catm.001.xml");
  assert.match(xml.headers.get("content-type") ?? "", "application/xml");
  assert.match(
    xml.text,
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:catm.001.001.05"><StsRpt><Hdr><DwnldTrf>false</DwnldTrf>',
  );
});

test("the page is served whole, packed where it can be, and asked for once", async () => {
  await using place = await openPlace();
  const visitor = place.browser();
  const page = await visitor.get("/");
  assert.equal([page.status, page.headers.get("cache-control")], [200, "no-cache"]);
  assert.match(page.headers.get("content-security-policy") ?? "", "default-src 'self'");
  assert.is((await visitor.get("/anything/else")).text, page.text);
  const script = await visitor.get("/assets/app.0123456789ab.js", { "accept-encoding": "identity" });
  assert.equal(
    [script.text, script.headers.get("cache-control")],
    ["export {};", "public, max-age=31536000, immutable"],
  );
  const again = await visitor.get("/", { "if-none-match": page.headers.get("etag") ?? "" });
  assert.is(again.status, 304);
  assert.is((await visitor.get("/assets/gone.js")).status, 404);
});

test("health and figures for programs", async () => {
  await using place = await openPlace();
  const visitor = place.browser();
  assert.equal((await visitor.get("/healthz")).json, { ok: true, database: true });
  const { text } = await visitor.get("/metrics");
  assert.match(text, /^posdiag_terminals 3$/m);
  assert.match(text, /^posdiag_terminals_by_fault\{fault="sim\.absent",family="sim"\} 1$/m);
  await using guarded = await openPlace({ metricsToken: "0123456789abcdef" });
  const other = guarded.browser();
  assert.is((await other.get("/metrics")).status, 403);
  assert.is((await other.get("/metrics", { authorization: "Bearer 0123456789abcdef" })).status, 200);
});

test("the database gone and back: said so, then as before", async () => {
  await using postgres = await createPostgres();
  const own = { open: () => openStore({ url: postgres.url }) };
  await using place = await openPlace({ database: "postgres", stores: own });
  const anna = await place.as("see");
  assert.is((await anna.get("/api/terminals")).status, 200);
  await postgres.stop();
  const away = await anna.get("/api/terminals?lang=zh-CN");
  assert.equal([away.status, away.json.error.code, away.json.error.message], [503, "unavailable", "数据库暂时不可用"]);
  await postgres.start();
  const codes: number[] = [];
  while (codes.at(-1) !== 200 && codes.length < 100) codes.push((await anna.get("/api/terminals")).status);
  assert.is(codes.at(-1), 200);
});

test.run();
