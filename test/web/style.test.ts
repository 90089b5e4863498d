/** The page for everybody: narrow windows, light and dark, who sees no colour, who sees nothing, who wants nothing to move. */
import { readFileSync } from "node:fs";
import { assert, suite } from "../front-door/suite.ts";
import { holds, type Setting, textOf, useStage, type Visit, visit } from "./browser.ts";
import { createScene } from "./fixture/create-scene.ts";
import { heroSerial } from "./fixture/estate.ts";
import type { Scene } from "./fixture/scene.ts";

const style = suite("the page for everybody", { needs: ["chromium"], timeoutMs: 120_000 });
const stage = useStage(style);
const source = readFileSync(new URL("./fixture/page-check.js", import.meta.url), "utf8");
const check = `(() => { ${source.replace("export function", "function")}; return pageProblems(); })()`;

const views = ["#/", "#/terminals?state=failing", `#/t/acme/${heroSerial}`, "#/incidents", "#/incidents/inc-carrier"];
const allViews = [...views, "#/audit", "#/users", "#/help", "#/account", "#/nowhere"];

function scene(): Scene {
  const own = createScene(420);
  own.session = true;
  const { id } = own.commands.add(heroSerial, { verb: "read_state" }, { who: "lin", nowMs: own.now() });
  const result = { agent: { memory_kb: 63_000, online: true }, probes: [{ name: "modem", state: "ok" }] };
  const done = { state: "succeeded", final: true, hasResult: true, resultBytes: 90, cameBytes: 90, result };
  own.commands.change(id, done);
  return own;
}

async function eachView(setting: Setting, look: (visited: Visit, hash: string) => Promise<void>): Promise<void> {
  await using visited = await visit(stage(), scene(), setting);
  const { page, fixture } = visited;
  for (const [at, hash] of allViews.entries()) {
    // Another query loads it anew: what is waited for must not be the view before.
    await page.goto(`${fixture.url}/?${at}${hash}`);
    await page.waitForSelector("#main h1, #main .notice");
    await holds(page, "document.querySelectorAll('.skeleton').length === 0");
    await look(visited, hash);
  }
}

/** Colours do not depend on words: each is seen in both, and not every one of these in every one of those. */
const settings = [
  { dark: false, language: "zh-CN" },
  { dark: true, language: "en" },
] as const;

for (const setting of settings) {
  style(`has names, order and contrast: ${setting.dark ? "dark" : "light"}, ${setting.language}`, async () => {
    await eachView(setting, async ({ page }, hash) => {
      const problems = await page.evaluate<readonly string[]>(check);
      assert.is(problems.join("\n"), "", hash);
    });
  });
}

for (const language of ["zh-CN", "en"] as const) {
  style(`fits into 360 points without sliding sideways: ${language}`, async () => {
    await eachView({ width: 360, height: 740, language }, async ({ page }, hash) => {
      const beyond = await page.evaluate<string>(
        `[...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > 361
           && !element.closest(".scroller, .menu, .unseen, .axis, .result")).map((element) => element.outerHTML.slice(0, 80)).join("\\n")`,
      );
      assert.is(beyond, "", hash);
      assert.is(await page.evaluate("document.documentElement.scrollWidth"), 360, hash);
    });
  });
}

style("says with shapes and words what it says with colours", async () => {
  await using visited = await visit(stage(), scene());
  const { page } = visited;
  await page.getByRole("heading", { name: "Faults now" }).waitFor();
  const shapes = await page.evaluate<readonly string[]>(
    `["critical", "major", "minor", "warning", "none"].map((name) => document.querySelector(".legend .mark." + name + " path").getAttribute("d"))`,
  );
  assert.is(new Set(shapes).size, 5);
  const legend = await textOf(page.locator(".legend"));
  for (const word of ["Critical", "Major", "Minor", "Warning", "In order"]) assert.match(legend, word);
});

style("moves nothing for who wants nothing to move", async () => {
  await using visited = await visit(stage(), scene());
  const { page, fixture } = visited;
  await page.getByRole("heading", { name: "Faults now" }).waitFor();
  // It waits for good, behind bars that breathe.
  await page.route("**/api/audit*", () => undefined);
  await page.goto(`${fixture.url}/#/audit`);
  await page.locator(".bone").first().waitFor();
  const moving = () => page.evaluate<number>("document.getAnimations().length");
  assert.ok((await moving()) > 0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  assert.is(await moving(), 0);
});

style.run();
