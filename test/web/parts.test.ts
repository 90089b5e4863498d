/** Asking a terminal from the page: what may be asked, what is checked, what is asked once more, and how the answer comes. */
import { assert, suite } from "../front-door/suite.ts";
import { ownComplaints, textOf, useStage, type Visit, visit } from "./browser.ts";
import { diagnosis } from "./fixture/command-book.ts";
import { createScene } from "./fixture/create-scene.ts";
import { heroSerial } from "./fixture/estate.ts";
import type { Scene } from "./fixture/scene.ts";

const asking = suite("asking a terminal", { needs: ["chromium"], timeoutMs: 60_000 });
const stage = useStage(asking);

async function opened(scene: Scene): Promise<Visit> {
  scene.session = true;
  const visited = await visit(stage(), scene);
  const { page, fixture } = visited;
  await page.goto(`${fixture.url}/#/t/acme/${heroSerial}`);
  await page.getByRole("heading", { name: "Ask the terminal" }).waitFor();
  await page.locator(".live.live").waitFor();
  return visited;
}

asking("shows each step to the result as it comes", async () => {
  const scene = createScene(80);
  await using visited = await opened(scene);
  const { page, fixture } = visited;
  const tell = () => fixture.live.tell({ what: "command", atMs: scene.now() });
  await page.getByRole("radio", { name: "Diagnose now" }).check();
  await page.getByRole("checkbox", { name: "With tests first" }).check();
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  const item = page.locator(".commands > li").first();
  await item.getByText("sent", { exact: true }).waitFor();
  const asked = scene.commands.newest();
  assert.equal(asked?.words, { active: true, language: "en" });
  const id = asked?.id ?? "";
  scene.commands.change(id, { state: "running", step: "connect_host" });
  tell();
  await item.getByText("connect_host").waitFor();
  scene.commands.change(id, { resultBytes: 48_000, cameBytes: 16_000 });
  tell();
  await item.getByText("16.0 of 48.0 kB").waitFor();
  const done = { state: "succeeded", final: true, cameBytes: 48_000, hasResult: true, result: diagnosis };
  scene.commands.change(id, done);
  tell();
  await item.locator(".result").getByText("sim.absent").first().waitFor();
  assert.match(await textOf(page.locator("[aria-live=polite]")), "Diagnose now: succeeded");
  await item.getByRole("button", { name: "As it came" }).click();
  assert.match(await textOf(item.locator("pre")), '"fault": "sim.absent"');
  const href = await item.getByRole("link", { name: "Download" }).getAttribute("href");
  assert.is(href, `/api/commands/${id}/bundle`);
  assert.is(ownComplaints(visited), "");
});

asking("says what is wrong with the words before anything is sent", async () => {
  const scene = createScene(80);
  await using visited = await opened(scene);
  const { page } = visited;
  await page.getByRole("radio", { name: "Read the log" }).check();
  await page.getByLabel("Lines").fill("9999");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.getByText("A whole number from 1 to 200.").waitFor();
  await page.getByRole("radio", { name: "Run a test" }).check();
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.getByText("This is needed.").waitFor();
  assert.is(scene.commands.newest(), undefined);
});

asking("asks once more before anything is changed, and No means no", async () => {
  const scene = createScene(80);
  await using visited = await opened(scene);
  const { page } = visited;
  await page.getByRole("radio", { name: "Hold tests" }).check();
  await page.getByRole("button", { name: "Do it…" }).click();
  const dialog = page.getByRole("dialog");
  assert.match(await textOf(dialog), heroSerial);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.is(scene.commands.newest(), undefined);
  await page.getByRole("button", { name: "Do it…" }).click();
  await dialog.getByRole("button", { name: "Yes, do it" }).click();
  await page.locator(".commands").getByText("Hold tests").waitFor();
  assert.equal(scene.commands.newest()?.words, { minutes: 30 });
});

asking("tells who may not ask what would be needed", async () => {
  const scene = createScene(80);
  scene.role = "see";
  await using visited = await opened(scene);
  const { page } = visited;
  await page.getByText("With the role “Ask” you could ask this terminal.").waitFor();
  assert.is(await page.getByRole("button", { name: "Ask", exact: true }).count(), 0);
  scene.role = "ask";
  await page.reload();
  await page.getByText("for that the role “Command” is needed.").waitFor();
  assert.ok(await page.getByRole("radio", { name: "Hold tests" }).isDisabled());
  assert.ok(await page.getByRole("radio", { name: "Diagnose now" }).isEnabled());
});

asking("shows a refusal with its reason", async () => {
  const scene = createScene(80);
  await using visited = await opened(scene);
  const { page, fixture } = visited;
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  const item = page.locator(".commands > li").first();
  await item.waitFor();
  const refused = { state: "refused", final: true, reason: "a payment is running" };
  scene.commands.change(scene.commands.newest()?.id ?? "", refused);
  fixture.live.tell({ what: "command", atMs: scene.now() });
  await item.getByText("a payment is running").waitFor();
  assert.match(await textOf(item), "refused");
});

asking.run();
