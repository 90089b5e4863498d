/** What is new comes by itself; what cannot come is said. */
import { assert, suite } from "../front-door/suite.ts";
import { ownComplaints, useStage, type Visit, visit } from "./browser.ts";
import { createScene } from "./fixture/create-scene.ts";
import { attackSerial, heroSerial } from "./fixture/estate.ts";
import type { Scene } from "./fixture/scene.ts";

const live = suite("the page lives", { needs: ["chromium"], timeoutMs: 60_000 });
const stage = useStage(live);

function signedIn(): Scene {
  const scene = createScene(80);
  scene.session = true;
  return scene;
}

async function openTerminal({ page, fixture }: Visit, serial: string): Promise<void> {
  await page.goto(`${fixture.url}/#/t/acme/${serial}`);
  await page.getByRole("heading", { name: serial }).waitFor();
  await page.locator(".live.live").waitFor();
}

live("a verdict appears without a reload", async () => {
  const scene = signedIn();
  await using visited = await visit(stage(), scene);
  const { page, fixture } = visited;
  await openTerminal(visited, attackSerial);
  await page.getByText("Nothing is wrong with this terminal.").waitFor();
  const fault = { top_fault: "printer.paper_out", severity: 2, top_probability: 0.97, open_cases: 1 };
  scene.rows = scene.rows.map((row) =>
    row.serial === attackSerial ? { ...row, ...fault, changed_ms: Date.now() } : row,
  );
  fixture.live.tell({ what: "terminal", atMs: Date.now() });
  await page.getByRole("heading", { name: "Paper out" }).waitFor();
  await page.getByText("Load paper.").or(page.locator(".steps li")).first().waitFor();
  assert.is(ownComplaints(visited), "");
});

live("a lost connection is said, keeps what was known, and heals by itself", async () => {
  const scene = signedIn();
  await using visited = await visit(stage(), scene);
  const { page, fixture } = visited;
  await openTerminal(visited, heroSerial);
  await fixture.cut();
  await page.getByText(/^Not live since \d\d:\d\d$/).waitFor();
  await page.getByRole("heading", { name: "SIM card missing" }).waitFor();
  scene.rows = scene.rows.map((row) => (row.serial === heroSerial ? { ...row, top_fault: "sim.pin_locked" } : row));
  await fixture.heal();
  await page.locator(".live.live").waitFor();
  await page.getByRole("heading", { name: "SIM card locked" }).waitFor();
  assert.is(ownComplaints(visited), "");
});

live("a page that is older than the server's asks to be loaded anew", async () => {
  const scene = signedIn();
  await using visited = await visit(stage(), scene);
  const { page, fixture } = visited;
  await page.locator(".live.live").waitFor();
  scene.assets = "2";
  fixture.live.hello("2");
  await page.getByText("The console was updated.").waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  await page.locator(".live.live").waitFor();
  assert.is(await page.getByText("The console was updated.").count(), 0);
});

live("one stream for the view that is open, and none for those that were", async () => {
  await using visited = await visit(stage(), signedIn());
  const { page, fixture } = visited;
  await openTerminal(visited, heroSerial);
  await page.getByRole("link", { name: "Fleet" }).click();
  await page.getByRole("heading", { name: "Faults now" }).waitFor();
  await page.locator(".live.live").waitFor();
  await openTerminal(visited, attackSerial);
  // That a stream was closed is heard of later than that another was opened.
  while (fixture.live.topics().length !== 1) await page.waitForTimeout(20);
  assert.equal(fixture.live.topics(), [`acme/${attackSerial}`]);
});

live.run();
