/** Coming in and being put out, in a real browser. */
import { assert, suite } from "../front-door/suite.ts";
import { holds, ownComplaints, useStage, visit } from "./browser.ts";
import { createScene } from "./fixture/create-scene.ts";

const session = suite("a session on the page", { needs: ["chromium"], timeoutMs: 60_000 });
const stage = useStage(session);

session("begins with name and password, and not with a wrong one", async () => {
  await using visited = await visit(stage(), createScene(60));
  const { page } = visited;
  await page.getByLabel("Name").fill("lin");
  await page.getByLabel("Password").fill("a guess");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("Name or password is wrong.").waitFor();
  await page.getByLabel("Password").fill("correct horse battery");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Faults now" }).waitFor();
  assert.is(await page.title(), "Fleet · posdiag console");
  assert.is(ownComplaints(visited), "");
});

session("that has ended leads to the door, says so, and back to the same view", async () => {
  const scene = createScene(60);
  scene.session = true;
  await using visited = await visit(stage(), scene);
  const { page, fixture } = visited;
  await page.goto(`${fixture.url}/#/terminals`);
  await page.getByRole("heading", { name: "Terminals" }).waitFor();
  scene.session = false;
  await page.evaluate("location.hash = '#/audit'");
  await page.getByText("Your session has ended. Please sign in again.").waitFor();
  await page.getByLabel("Name").fill("lin");
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Audit" }).waitFor();
  assert.is(ownComplaints(visited), "");
});

session("ends on request", async () => {
  const scene = createScene(60);
  scene.session = true;
  await using visited = await visit(stage(), scene);
  await visited.page.getByRole("button", { name: "Sign out" }).click();
  await visited.page.getByRole("button", { name: "Sign in" }).waitFor();
  assert.not(scene.session);
});

session("that somebody has renewed elsewhere goes on without a word", async () => {
  const scene = createScene(60);
  scene.session = true;
  await using visited = await visit(stage(), scene);
  const { page, fixture } = visited;
  await page.goto(`${fixture.url}/#/users`);
  await page.getByRole("button", { name: "Disable" }).waitFor();
  scene.csrf = "anew";
  await page.getByRole("button", { name: "Disable" }).click();
  await holds(page, "document.querySelectorAll('.users tr.disabled').length === 2");
  assert.is(scene.users.filter(({ disabled }) => disabled).length, 2);
});

session("outlives a wrong password where one changes one's own", async () => {
  const scene = createScene(60);
  scene.session = true;
  await using visited = await visit(stage(), scene);
  const { page } = visited;
  await page.getByRole("link", { name: /^lin/ }).click();
  await page.getByLabel("Password until now").fill("a guess");
  await page.getByLabel("New password").fill("even better horse");
  await page.getByRole("button", { name: "Change it" }).click();
  await page.getByText("The password until now is wrong.").waitFor();
  await page.getByLabel("Password until now").fill("correct horse battery");
  await page.getByRole("button", { name: "Change it" }).click();
  await page.locator("form").getByText("The password was changed.").waitFor();
  assert.is(ownComplaints(visited), "");
});

session.run();
