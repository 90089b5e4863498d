import { assert, suite } from "../../front-door/suite.ts";
import { createStores, databases } from "../../support/stores.ts";
import { openPlace, terminalOf } from "../place.ts";

const test = suite("console/views/terminals", { needs: ["postgres"], timeoutMs: 60_000 });
const stores = createStores();
test.after(() => stores[Symbol.asyncDispose]());

interface Row {
  readonly serial: string;
}

for (const database of databases) {
  test(`${database}: pages in every order hold each terminal once, whatever changes between them`, async () => {
    await using place = await openPlace({
      ...{ database, stores },
      fill: async ({ db }) => {
        const rows = Array.from({ length: 120 }, (_, at) => ({
          ...terminalOf(`T-${String(at).padStart(4, "0")}`, 1_000_000 + (at % 7)),
          ...{ severity: at % 5, open_cases: Math.min(1, at % 5) },
        }));
        await db.insertInto("terminals").values(rows).execute();
      },
    });
    const anna = await place.as("see");
    for (const sort of ["worst", "changed", "serial", "seen"]) {
      const serials: string[] = [];
      let cursor = "";
      do {
        const { json } = await anna.get(`/api/terminals?sort=${sort}${cursor && `&cursor=${cursor}`}`);
        assert.is(json.total, 120);
        serials.push(...json.rows.map(({ serial }: Row) => serial));
        cursor = json.next ?? "";
      } while (cursor !== "");
      assert.equal([serials.length, new Set(serials).size], [120, 120], sort);
    }
    const { json: worst } = await anna.get("/api/terminals");
    assert.ok(worst.rows.slice(0, 24).every(({ severity }: { severity: number }) => severity === 4));
  });

  test(`${database}: filters together, and a search that finds what somebody reads out`, async () => {
    await using place = await openPlace({ database, stores });
    const anna = await place.as("see");
    const serials = async (query: string) =>
      (await anna.get(`/api/terminals?${query}`)).json.rows.map(({ serial }: Row) => serial);
    const all = ["GX-1", "PX7-00042", "PX7-00043"];
    const found: readonly (readonly [string, readonly string[]])[] = [
      ["q=00042", ["PX7-00042"]],
      ["q=px7", ["PX7-00042", "PX7-00043"]],
      ["q=SHOP-2", ["PX7-00043"]],
      [`q=${encodeURIComponent("浙江")}`, all],
      ["q=+", all],
      ["q=PX7_", []],
      ["state=failing", ["PX7-00042"]],
      ["state=offline", ["GX-1"]],
      ["state=ok", ["PX7-00043"]],
      ["family=sim", ["PX7-00042"]],
      ["fault=sim.absent&carrier=46001", []],
      ["carrier=46001", ["PX7-00043"]],
      ["version=0.1.0&shop=shop-1", ["GX-1", "PX7-00042"]],
      ["acquirer=", []],
    ];
    for (const [query, wanted] of found) assert.equal(await serials(`sort=serial&${query}`), wanted, query);
  });
}

test.run();
