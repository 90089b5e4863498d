/** A real browser for the tests of the page, and the page built for it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { buildConsole } from "../../deploy/console-assets.ts";
import type { TestSuite } from "../front-door/suite.ts";
import { keepInRun, placeInRun } from "../support/run-folder.ts";
import { type ConsoleFixture, startConsoleFixture } from "./fixture/console-fixture.ts";
import type { Scene } from "./fixture/scene.ts";

const options = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-proxy-server"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** Finds Debian's chromium; the profile is new and empty. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: options, chromiumSandbox: false });
}

export interface BuiltPage extends Disposable {
  readonly folder: string;
}

/** Of the sources as they are; in a run of tests built once, for they are only read. */
export async function buildPage(): Promise<BuiltPage> {
  const kept = placeInRun("console");
  if (kept) {
    await keepInRun(kept, async (target) => void (await buildConsole(target)));
    return { folder: kept, [Symbol.dispose]: () => {} };
  }
  const root = mkdtempSync(join(tmpdir(), "posdiag-console-"));
  const folder = join(root, "console");
  await buildConsole(folder);
  return { folder, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}

/** What all visits of a test file share. */
export interface Stage {
  readonly browser: Browser;
  readonly built: BuiltPage;
}

/** Somebody who looks at a page. */
export interface Look extends AsyncDisposable {
  readonly page: Page;
  /** What the browser complained about: errors of scripts, of the console, of its policies. */
  readonly complaints: readonly string[];
}

export interface Visit extends Look {
  readonly fixture: ConsoleFixture;
}

export interface Setting {
  readonly language?: "zh-CN" | "en";
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

export async function visitAddress(browser: Browser, url: string, setting: Setting = {}): Promise<Look> {
  const { language = "en", width = 1_280, height = 900, dark = false } = setting;
  const context = await browser.newContext({
    ...{ locale: language, viewport: { width, height }, timezoneId: "Asia/Shanghai" },
    colorScheme: dark ? "dark" : "light",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** A visitor of the fixture; `scene.session` says whether signed in already. */
export async function visit({ browser, built }: Stage, scene: Scene, setting: Setting = {}): Promise<Visit> {
  const fixture = await startConsoleFixture(built.folder, scene);
  const look = await visitAddress(browser, fixture.url, setting);
  return {
    ...{ ...look, fixture },
    [Symbol.asyncDispose]: async () => {
      await look[Symbol.asyncDispose]();
      await fixture[Symbol.asyncDispose]();
    },
  };
}

/** One browser and one build for the tests of a file. */
export function useStage(tests: TestSuite): () => Stage {
  let stage: Stage | undefined;
  tests.before(async () => {
    stage = { browser: await startBrowser(), built: await buildPage() };
  });
  tests.after(async () => {
    stage?.built[Symbol.dispose]();
    await stage?.browser.close();
  });
  return () => {
    if (!stage) throw new Error("the browser has not started");
    return stage;
  };
}

const patienceMs = 15_000;

/** Waits until it is true on the page. Asked from outside: the page's policy forbids to evaluate text inside. */
export async function holds(page: Page, expression: string): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!(await page.evaluate<boolean>(expression))) {
    if (Date.now() > until) throw new Error(`it does not become true: ${expression}`);
    await page.waitForTimeout(20);
  }
}

/** What can be read of it. */
export async function textOf(part: Locator): Promise<string> {
  return (await part.allInnerTexts()).join("\n");
}

/** What Chromium says about an answer that is a no: the page asks and is told, which is no mistake of the page. */
const told = /^Failed to load resource: (?:the server responded with a status of \d+|net::ERR_)/;

export function ownComplaints({ complaints }: Look): string {
  return complaints.filter((text) => !told.test(text)).join("\n");
}
