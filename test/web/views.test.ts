/** What the views show: what is wrong, what there is none of, what could not be had; and nothing that data could smuggle in. */
import { assert, suite } from "../front-door/suite.ts";
import { holds, ownComplaints, textOf, useStage, type Visit, visit } from "./browser.ts";
import { createScene } from "./fixture/create-scene.ts";
import { attackSerial, attackText, heroSerial, unsureSerial } from "./fixture/estate.ts";
import type { Scene } from "./fixture/scene.ts";

const views = suite("the views", { needs: ["chromium"], timeoutMs: 60_000 });
const stage = useStage(views);

function signedIn(terminals = 420): Scene {
  const scene = createScene(terminals);
  scene.session = true;
  return scene;
}

async function open(scene: Scene, hash = ""): Promise<Visit> {
  const visited = await visit(stage(), scene);
  if (hash) await visited.page.goto(`${visited.fixture.url}/${hash}`);
  return visited;
}

views("lead from the fleet over the map of causes to the terminals of a cell", async () => {
  await using visited = await open(signedIn());
  const { page } = visited;
  await page.getByText("One cause, many calls").waitFor();
  await page.getByRole("radio", { name: "Region" }).check({ force: true });
  const cell = page
    .getByRole("row", { name: /^Mobile network/ })
    .getByRole("link")
    .nth(1);
  const count = Number(await textOf(cell));
  await cell.click();
  await page.getByRole("heading", { name: "Terminals" }).waitFor();
  await page.getByText(`${count} terminals`).waitFor();
  assert.match(page.url(), /family=cell&region=/);
  assert.is(ownComplaints(visited), "");
});

views("tell of a terminal that cannot decide what it thinks of", async () => {
  await using visited = await open(signedIn(), `#/t/acme/${unsureSerial}`);
  const { page } = visited;
  const card = page.getByRole("region", { name: "Something is wrong, and its cause is not known yet" });
  await card.getByText(/^Mobile operator fails/).waitFor();
  assert.match(await textOf(card), "46 %");
  assert.is(await page.getByText("Nothing is wrong with this terminal.").count(), 0);
  await page.goto(`${visited.fixture.url}/#/terminals?state=failing&q=${unsureSerial}`);
  await page
    .getByRole("row", { name: new RegExp(unsureSerial) })
    .getByText("Cause not known")
    .waitFor();
  assert.is(ownComplaints(visited), "");
});

views("list by filter, page by page, without a row twice", async () => {
  await using visited = await open(signedIn(), "#/terminals");
  const { page } = visited;
  await page.getByText("420 terminals").waitFor();
  assert.is(await page.locator("tbody tr").count(), 50);
  await page.getByRole("button", { name: "Show more" }).click();
  await holds(page, "document.querySelectorAll('tbody tr').length === 100");
  await page.getByLabel("Carrier").selectOption("46011");
  await holds(page, "[...document.querySelectorAll('tbody tr')].every((row) => row.textContent.includes('46011'))");
  await page.locator("#search").fill("no such terminal");
  await page.keyboard.press("Enter");
  await page.getByText("No terminal fits this.").waitFor();
  await page.getByRole("link", { name: "Clear filters" }).first().click();
  await page.getByText("420 terminals").waitFor();
});

views(
  "tell of a terminal what is wrong, since when, who must act, what to do, why and why not something else",
  async () => {
    await using visited = await open(signedIn(), `#/t/acme/${heroSerial}`);
    const { page } = visited;
    const verdict = page.getByRole("region", { name: "SIM card missing" });
    await verdict.waitFor();
    const text = await textOf(verdict);
    for (const part of ["The terminal does not find its SIM card.", "7 min", "Merchant", "Switch the terminal off"]) {
      assert.match(text.toLowerCase(), part.toLowerCase());
    }
    for (const part of [
      "What speaks for it",
      "no SIM card",
      "SIM card absent",
      "What was ruled out",
      "SIM card locked",
    ]) {
      assert.match(text, part);
    }
    assert.match(await textOf(page.getByRole("region", { name: "Missing records" })), "Records 418 to 431 never came");
    await page.getByRole("region", { name: "Measured" }).locator("canvas").first().waitFor();
    await page.getByRole("radio", { name: "30 days" }).check({ force: true });
    await page.getByText("Data used a day").waitFor();
    assert.is(ownComplaints(visited), "");
  },
);

views("show what data brings as text", async () => {
  const scene = signedIn();
  await using visited = await open(scene, `#/t/acme/${attackSerial}`);
  const { page } = visited;
  await page.getByText("Nothing is wrong with this terminal.").waitFor();
  assert.match(await textOf(page.locator("#main")), attackText);
  const { id } = scene.commands.add(attackSerial, { verb: "diagnose" }, { who: attackText, nowMs: scene.now() });
  const result = { [attackText]: [{ a: attackText }, { a: "<script>window.hacked=3</script>" }] };
  scene.commands.change(id, { state: "succeeded", final: true, hasResult: true, result });
  visited.fixture.live.tell({ what: "command", atMs: scene.now() });
  await page.locator(".result table").waitFor();
  assert.match(await textOf(page.locator(".result")), "<script>window.hacked=3</script>");
  await page.goto(`${visited.fixture.url}/#/terminals?q=${attackSerial}&region=${encodeURIComponent(attackText)}`);
  await page.getByText("No terminal fits this.").waitFor();
  assert.is(await page.evaluate("window.hacked"), undefined);
  assert.is(await page.locator("#main img, #main script").count(), 0);
  assert.is(ownComplaints(visited), "");
});

views("say that there is nothing yet, and what to do about it", async () => {
  const scene = signedIn();
  scene.rows = [];
  await using visited = await open(scene);
  const { page, fixture } = visited;
  await page.getByText("No terminal has reported yet.").waitFor();
  await page.goto(`${fixture.url}/#/incidents`);
  await page.getByText("No incident.").waitFor();
  await page.goto(`${fixture.url}/#/t/acme/PX7-99999`);
  await page.getByText("There is nothing here.").waitFor();
  assert.is(ownComplaints(visited), "");
});

views("say what went wrong, with the code for who runs it, and try again", async () => {
  const scene = signedIn();
  scene.broken = { path: /fleet/, status: 500 };
  await using visited = await open(scene);
  const { page } = visited;
  const alert = page.getByRole("alert");
  await alert.getByText("The console could not answer.").waitFor();
  assert.match(await textOf(alert), "internal");
  scene.broken = undefined;
  await alert.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "Faults now" }).waitFor();
  assert.is(await alert.count(), 0);
  assert.is(ownComplaints(visited), "");
});

views("keep what is known while the new cannot be had", async () => {
  const scene = signedIn();
  await using visited = await open(scene);
  const { page, fixture } = visited;
  await page.getByRole("heading", { name: "Faults now" }).waitFor();
  await page.locator(".live.live").waitFor();
  scene.broken = { path: /fleet/, status: 503 };
  fixture.live.tell({ what: "fleet", atMs: scene.now() });
  await page.getByRole("alert").waitFor();
  assert.ok(await page.getByRole("heading", { name: "Faults now" }).isVisible());
});

views("make an incident one thing, with those concerned", async () => {
  await using visited = await open(signedIn(), "#/incidents");
  const { page } = visited;
  await page.getByRole("link", { name: "Mobile operator fails" }).click();
  await page.getByText("China Mobile 46000 · 上海").first().waitFor();
  await page.getByText("do not open a ticket for each").waitFor();
  assert.ok((await page.locator("tbody tr").count()) > 10);
});

views("let who may add a user, and tell who may not", async () => {
  const scene = signedIn();
  await using visited = await open(scene, "#/users");
  const { page, fixture } = visited;
  await page.getByLabel("Name").fill("chen");
  await page.locator(".user-form").getByLabel("Password").fill("long enough for it");
  await page.getByRole("radio", { name: /^Ask/ }).check();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("row", { name: /^chen/ }).waitFor();
  assert.is(scene.users.at(-1)?.role, "ask");
  scene.role = "see";
  await page.reload();
  await page.goto(`${fixture.url}/#/users`);
  await page.getByRole("alert").waitFor();
  assert.is(await page.getByRole("link", { name: "Users" }).count(), 0);
});

views("give somebody who has lost it a new password, and say when it is too short", async () => {
  await using visited = await open(signedIn(), "#/users");
  const { page } = visited;
  await page.getByRole("button", { name: "New password: wang" }).click();
  const field = page.getByLabel("New password: wang");
  await field.fill("short");
  assert.is(await page.locator("tbody form:invalid input").count(), 1);
  await field.fill("long enough for wang");
  const sent = page.waitForRequest((request) => request.method() === "PATCH");
  await page.getByRole("button", { name: "Change it" }).click();
  assert.equal((await sent).postDataJSON(), { password: "long enough for wang" });
  await page.getByRole("button", { name: "New password: wang" }).waitFor();
  assert.is(await page.getByRole("button", { name: "New password: lin" }).count(), 0, "one's own is changed elsewhere");
  assert.is(await page.getByRole("button", { name: "New password: zhao" }).count(), 0, "comes by the proxy");
});

views.run();
