import { isAgentError } from "../../src/base/errors.ts";
import { supportExportCommand } from "../../src/cli/support-export.ts";
import { openStore } from "../../src/store/store.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createStores, databases, type Stores } from "../support/stores.ts";
import { runCaptured } from "./captured-io.ts";
import { addFleet } from "./stored-fleet.ts";

const test = suite("cli/support-export", { timeoutMs: 60_000, needs: ["postgres"] });
let stores: Stores;

test.before(() => {
  stores = createStores();
});
test.after(() => stores[Symbol.asyncDispose]());

const run = (...args: string[]) => runCaptured(supportExportCommand, args);

for (const name of databases) {
  test(`${name}: the fleet for Prometheus, and one terminal for an estate manager`, async () => {
    const url = await stores.address(name);
    await (async () => {
      await using store = await openStore({ url });
      await addFleet(store);
    })();
    const figures = await run("--prometheus", "--database", url);
    assert.is(figures.exit, 0);
    for (const line of figures.out.trim().split("\n"))
      assert.match(line, /^(?:# (?:HELP|TYPE) |posdiag_[a-z_]+(?:\{.*\})? \d)/);
    assert.match(figures.out, /\nposdiag_terminals 3\n/);
    assert.match(figures.out, /\nposdiag_terminals_by_fault\{fault="sim\.absent",family="sim"\} 1\n/);
    const xml = await run("--catm", "SN-1", "--database", url, "--lang", "zh-CN");
    assert.is(xml.exit, 0);
    assert.match(xml.out, /^<\?xml .*\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:catm\.001\.001\.05"><StsRpt>/);
    assert.match(xml.out, /<Errs>sim\.absent 99% \S+ 未检测到SIM卡<\/Errs>/);
    const json = await run("--catm", "acme/SN-1", "--json", "--database", url);
    assert.is(JSON.parse(json.out).StsRpt.StsRpt.POIId.Id, "SN-1");
    const unknown = await run("--catm", "SN-9", "--database", url);
    assert.equal([unknown.exit, unknown.out], [1, ""]);
  });
}

test("wrong use is told as such", async () => {
  const wrong = [
    ["--database", "x.db"],
    ["--prometheus"],
    ["--prometheus", "--catm", "SN-1", "--database", "x.db"],
    ["--prometheus", "--json", "--database", "x.db"],
    ["--catm", "a/b/c", "--database", "x.db"],
  ];
  for (const args of wrong) {
    const refused = await run(...args).catch((error: unknown) => error);
    assert.ok(isAgentError(refused, "USAGE"), args.join(" "));
  }
  const missing = await run("--prometheus", "--database", "/nowhere/x.db").catch((error: unknown) => error);
  assert.ok(isAgentError(missing, "INPUT_UNREADABLE"));
});

test.run();
