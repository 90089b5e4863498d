/** The page and the real server with a real database: that both mean the same by the contract. */
import type { Browser } from "playwright-core";
import { openPlace, password } from "./console/place.ts";
import { assert, suite } from "./front-door/suite.ts";
import { ownComplaints, useStage, visitAddress } from "./web/browser.ts";

const both = suite("page and server", { needs: ["chromium"], timeoutMs: 180_000 });
const stage = useStage(both);

both("the first account, the fleet, a terminal, and what changes there while one looks", async () => {
  const { built, browser } = stage();
  await using place = await openPlace({ page: built.folder });
  await using visited = await visitAddress(browser, place.url);
  const { page } = visited;
  await page.getByRole("heading", { name: "Make the first account" }).waitFor();
  await page.getByLabel("One-time code").fill(place.running.setupToken ?? "");
  await page.getByLabel("Name").fill("chief");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByRole("heading", { name: "Faults now" }).waitFor();
  await page.getByRole("link", { name: /^SIM card missing/ }).click();
  await page.getByRole("link", { name: "PX7-00042" }).click();
  const verdict = page.getByRole("region", { name: "SIM card missing" });
  await verdict.getByText("no SIM card").waitFor();
  await page.getByText("The console was started without --broker.").waitFor();
  await page.locator(".live.live").waitFor();
  const { db } = place.store;
  const nowMs = Date.now();
  await db.updateTable("cases").set({ closed_ms: nowMs, changed_ms: nowMs }).execute();
  const well = { severity: 0, open_cases: 0, top_fault: null, top_probability: null, changed_ms: nowMs };
  await db.updateTable("terminals").set(well).where("serial", "=", "PX7-00042").execute();
  await page.getByText("Nothing is wrong with this terminal.").waitFor();
  assert.is(ownComplaints(visited), "");
});

async function signIn(browser: Browser, url: string, name: string) {
  const visited = await visitAddress(browser, url);
  const { page } = visited;
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Faults now" }).waitFor();
  return visited;
}

both("every view, for each role, and the way out", async () => {
  const { built, browser } = stage();
  await using place = await openPlace({ page: built.folder });
  for (const role of ["see", "ask", "command"] as const) {
    const { name } = await place.as(role);
    await using visited = await signIn(browser, place.url, name);
    const { page } = visited;
    for (const view of ["Terminals", "Incidents", "Audit", ...(role === "command" ? ["Users"] : [])]) {
      await page.getByRole("link", { name: view, exact: true }).click();
      await page.getByRole("heading", { name: view, exact: true }).waitFor();
      await page.locator("tbody tr, .notice").first().waitFor();
      assert.is(await page.getByRole("alert").filter({ hasText: /\S/ }).count(), 0, `${role}: ${view}`);
    }
    assert.is(await page.getByRole("link", { name: "Users", exact: true }).count(), role === "command" ? 1 : 0);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    assert.is(ownComplaints(visited), "");
  }
});

both("people are added and put out, and one's own password is changed", async () => {
  const { built, browser } = stage();
  await using place = await openPlace({ page: built.folder });
  const { name } = await place.as("command");
  await using visited = await signIn(browser, place.url, name);
  const { page } = visited;
  await page.goto(`${place.url}/#/users`);
  await page.getByLabel("Name").fill("wang");
  await page.locator(".user-form").getByLabel("Password").fill("short-but-ok");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const row = page.getByRole("row", { name: /^wang/ });
  await row.getByRole("button", { name: "Disable" }).click();
  await row.getByText("Disabled").waitFor();
  await page.goto(`${place.url}/#/account`);
  await page.getByLabel("Password until now").fill("a bad guess");
  await page.getByLabel("New password").fill("a better battery");
  await page.getByRole("button", { name: "Change it" }).click();
  await page.getByText("The password until now is wrong.").waitFor();
  await page.getByLabel("Password until now").fill(password);
  await page.getByRole("button", { name: "Change it" }).click();
  await page.locator("form").getByText("The password was changed.").waitFor();
  assert.is(ownComplaints(visited), "");
});

both.run();
