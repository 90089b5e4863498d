/** Two languages: the browser's at first, then the reader's own choice. */
import { firstLanguage, wordsOf } from "../../src/web/words/language.ts";
import { assert, suite } from "../front-door/suite.ts";
import { ownComplaints, useStage, visit } from "./browser.ts";
import { createScene } from "./fixture/create-scene.ts";
import { heroSerial } from "./fixture/estate.ts";

const choice = suite("the first language");

choice("is what was chosen before, else what the browser asks for first, else English", () => {
  assert.is(firstLanguage("en", ["zh-CN"]), "en");
  assert.is(firstLanguage(null, ["fr", "zh-Hans-CN", "en"]), "zh-CN");
  assert.is(firstLanguage("klingon", ["en-GB", "zh"]), "en");
  assert.is(firstLanguage(null, []), "en");
});

/** Every label, with what it is called. */
function labels(words: object, path = ""): ReadonlyArray<readonly [string, string]> {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === "string") return [[`${path}${name}`, value] as const];
    return typeof value === "object" && value !== null ? labels(value, `${path}${name}.`) : [];
  });
}

choice("labels are Chinese in Chinese, without English left behind, and short enough for a button", () => {
  const same = new Set(["locale"]);
  for (const [name, text] of labels(wordsOf("zh-CN"))) {
    if (!same.has(name)) assert.match(text, /\p{Script=Han}/u, name);
    assert.not.match(text, /[,;!?]/, `${name} has punctuation of another script`);
  }
  for (const [name, text] of labels(wordsOf("en"))) assert.not.match(text, /\p{Script=Han}/u, name);
});

choice.run();

const words = suite("the page's languages", { needs: ["chromium"], timeoutMs: 60_000 });
const stage = useStage(words);

words("change at once, what the server says too, and stay changed", async () => {
  const scene = createScene(60);
  scene.session = true;
  await using visited = await visit(stage(), scene, { language: "zh-CN" });
  const { page, fixture } = visited;
  await page.goto(`${fixture.url}/#/t/acme/${heroSerial}`);
  await page.getByRole("heading", { name: "未检测到SIM卡" }).waitFor();
  await page.getByText("处理办法").first().waitFor();
  await page.getByLabel("语言", { exact: true }).first().selectOption("en");
  await page.getByRole("heading", { name: "SIM card missing" }).waitFor();
  await page.getByText("What to do").first().waitFor();
  assert.is(await page.evaluate("document.documentElement.lang"), "en");
  await page.reload();
  await page.getByRole("heading", { name: "SIM card missing" }).waitFor();
  assert.is(ownComplaints(visited), "");
});

words.run();
