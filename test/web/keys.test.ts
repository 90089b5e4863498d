/** The page without a mouse. */
import { assert, suite } from "../front-door/suite.ts";
import { holds, ownComplaints, useStage, type Visit, visit } from "./browser.ts";
import { createScene } from "./fixture/create-scene.ts";
import { heroSerial } from "./fixture/estate.ts";

const keys = suite("the keyboard", { needs: ["chromium"], timeoutMs: 60_000 });
const stage = useStage(keys);

async function opened(): Promise<Visit> {
  const scene = createScene(420);
  scene.session = true;
  const visited = await visit(stage(), scene);
  await visited.page.getByRole("heading", { name: "Faults now" }).waitFor();
  return visited;
}

keys("finds a terminal, opens it, reads on and comes back", async () => {
  await using visited = await opened();
  const { page } = visited;
  await page.keyboard.press("/");
  await page.keyboard.type(heroSerial.toLowerCase());
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "SIM card missing" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Faults now" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("PX7-0004");
  await page.keyboard.press("Enter");
  await holds(page, "document.querySelectorAll('tbody tr').length === 10");
  await page.keyboard.press("j");
  const serial = await page.evaluate<string>("document.activeElement.textContent");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: serial }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Terminals" }).waitFor();
  assert.is(ownComplaints(visited), "");
});

keys("moves over rows, and to views", async () => {
  await using visited = await opened();
  const { page } = visited;
  const focused = () => page.evaluate<string>("document.activeElement.getAttribute('href')");
  await page.keyboard.press("j");
  const first = await focused();
  await page.keyboard.press("j");
  assert.is.not(await focused(), first);
  await page.keyboard.press("k");
  assert.is(await focused(), first);
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await page.getByRole("heading", { name: "Incidents" }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("heading", { name: "Keys and signs" }).waitFor();
});

keys("skips to the content, and types into fields what elsewhere are keys", async () => {
  await using visited = await opened();
  const { page } = visited;
  await page.keyboard.press("Tab");
  assert.is(await page.evaluate("document.activeElement.textContent"), "Skip to the content");
  await page.keyboard.press("Enter");
  assert.is(await page.evaluate("document.activeElement.id"), "main");
  await page.keyboard.press("/");
  await page.keyboard.type("g?j/");
  assert.is(await page.locator("#search").inputValue(), "g?j/");
  assert.is(await page.evaluate("location.hash"), "");
});

keys("shows where the focus is", async () => {
  await using visited = await opened();
  const { page } = visited;
  await page.keyboard.press("j");
  const outline = await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle");
  assert.is(outline, "solid");
});

keys.run();
