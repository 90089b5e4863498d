/**
 * Makes docs/console-VIEW-LANGUAGE.png out of the fixture's estate: `npx tsx test/web/screenshots.ts [FOLDER]`. Each at most 150 kB.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { buildPage, holds, type Setting, type Stage, startBrowser, visit } from "./browser.ts";
import { diagnosis } from "./fixture/command-book.ts";
import { createScene } from "./fixture/create-scene.ts";
import { heroSerial } from "./fixture/estate.ts";
import type { Scene } from "./fixture/scene.ts";
import { toPalette } from "./palette-png.ts";

interface Shot {
  readonly view: string;
  readonly hash: string;
  readonly setting?: Setting;
  readonly isSignedOut?: boolean;
  /** Of the whole page, not of the window. */
  readonly isWhole?: boolean;
}

const hero = `#/t/acme/${heroSerial}`;
const shots: readonly Shot[] = [
  { view: "sign-in", hash: "", isSignedOut: true, setting: { width: 900, height: 520 } },
  { view: "fleet", hash: "#/" },
  { view: "terminals", hash: "#/terminals?state=failing" },
  { view: "terminal", hash: hero, isWhole: true },
  { view: "incidents", hash: "#/incidents", setting: { height: 560 } },
  { view: "incident", hash: "#/incidents/inc-carrier" },
  { view: "audit", hash: "#/audit", setting: { height: 560 } },
  { view: "users", hash: "#/users", setting: { height: 760 } },
  { view: "help", hash: "#/help", setting: { height: 520 } },
  { view: "phone", hash: hero, setting: { width: 360, height: 780 } },
  { view: "dark", hash: hero, setting: { dark: true } },
];
const mostBytes = 150_000;

/** Some questions that were asked before, and one that runs. */
function ask(scene: Scene): void {
  const nowMs = scene.now();
  const bundle = scene.commands.add(heroSerial, { verb: "bundle" }, { who: "wang", nowMs: nowMs - 3_600_000 });
  const done = { state: "succeeded", final: true, hasResult: true };
  scene.commands.change(bundle.id, { ...done, resultBytes: 84_120, cameBytes: 84_120, result: { whole: true } });
  const asked = scene.commands.add(heroSerial, { verb: "diagnose" }, { who: "lin", nowMs: nowMs - 240_000 });
  const { note: _, ...result } = diagnosis;
  scene.commands.change(asked.id, { ...done, resultBytes: 912, cameBytes: 912, result });
}

async function settled(page: Page): Promise<void> {
  await holds(page, "document.querySelectorAll('.skeleton').length === 0");
}

async function take(stage: Stage, shot: Shot & { readonly file: string }): Promise<void> {
  const scene = createScene(3_000);
  scene.session = !shot.isSignedOut;
  ask(scene);
  await using visited = await visit(stage, scene, shot.setting);
  const { page, fixture, complaints } = visited;
  await page.goto(`${fixture.url}/${shot.hash}`);
  await page.waitForSelector("h1, h2");
  await settled(page);
  await page.waitForTimeout(300);
  const picture = toPalette(await page.screenshot({ fullPage: shot.isWhole ?? false }));
  writeFileSync(shot.file, picture);
  const size = picture.length;
  process.stdout.write(`${String(size).padStart(7)} bytes  ${shot.file}  ${complaints.join(" | ")}\n`);
  if (size > mostBytes) process.exitCode = 1;
}

const [folder = "docs", only = ""] = process.argv.slice(2);
using built = await buildPage();
await using browser = await startBrowser();
for (const language of ["zh-CN", "en"] as const) {
  for (const shot of shots.filter(({ view }) => view.includes(only))) {
    const file = join(folder, `console-${shot.view}-${language}.png`);
    await take({ browser, built }, { ...shot, file, setting: { ...shot.setting, language } });
  }
}
