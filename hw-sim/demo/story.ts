/** One act of the demo, told as it happens: what the modem said, the verdict, the merchant's sentence, what support got. */
import { performance } from "node:perf_hooks";
import type { Bench } from "../bench.ts";
import type { Outcome } from "../cashier/errands.ts";
import type { Till } from "../cashier/till.ts";
import type { Door } from "../rig/door.ts";
import type { Act } from "./acts.ts";
import type { ConsoleEye } from "./console-eye.ts";
import { bold, dim, green, red, type Screen } from "./screen.ts";
import type { SeenCase, SupportView } from "./support-view.ts";
import { showVerdict } from "./verdict-rows.ts";
import type { WireDigest } from "./wire-digest.ts";

export interface Stage {
  readonly bench: Bench;
  readonly door: Door;
  readonly support: SupportView;
  readonly console: ConsoleEye;
  readonly payments: Till;
  readonly wire: WireDigest;
  readonly screen: Screen;
}

interface Told {
  readonly seen: SeenCase;
  /** When the harm was done. */
  readonly sinceMs: number;
}

/** What the payment application's own screen shows. */
const prompts: Readonly<Record<Outcome, string>> = {
  approved: "交易成功",
  declined: "交易失败：银行拒绝",
  timeout: "交易失败：超时",
  aborted: "连接失败",
  unknown: "交易结果未知",
};

const verdictLimitMs = 120_000;
const mendLimitMs = 90_000;
/** From when support heard of a case until the console's page has it. */
const pageLimitMs = 15_000;
const wireLinesShown = 5;

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** Waits, and shows for how long and how it goes at the counter meanwhile. */
async function shownWait<T>({ screen, payments }: Stage, text: string, wait: Promise<T>): Promise<T> {
  const startedMs = performance.now();
  const ticker = setInterval(() => {
    const counter = payments.recent().map((sale) => (sale === "approved" ? "✓" : "✗"));
    screen.waiting(`${text} … ${seconds(performance.now() - startedMs)}   payments ${counter.join("")}`);
  }, 100);
  try {
    return await wait;
  } finally {
    clearInterval(ticker);
  }
}

function showSymptoms({ wire, payments, screen }: Stage): void {
  const said = wire.end();
  screen.row("modem", ...(said.length > 0 ? said.slice(0, wireLinesShown) : [dim("(nothing it did not say before)")]));
  const sale = payments.last();
  if (sale !== undefined && sale !== "approved") screen.row("payment", `${prompts[sale]} ${dim(`(${sale})`)}`);
}

/** What became of the money is told beside every cause; the act is about the cause, unless it happens at the counter. */
const isAbout = ({ told }: Act, fault: string): boolean => told !== undefined || !fault.startsWith("txn.");

/** To the world, and where somebody at the counter would see it, to posdiag. */
async function happen({ bench, door }: Stage, act: Act, step: "harm" | "mend"): Promise<void> {
  if (Object.keys(act[step]).length > 0) await bench.set(act[step]);
  for (const fact of act.told?.[step] ?? []) door.tell("posdiag.observe", fact);
}

/** Whether the console's page had the same verdict in time. */
async function showPage({ console, screen }: Stage, act: Act, { seen, sinceMs }: Told): Promise<boolean> {
  const endMs = act.pageWithinMs === undefined ? seen.atMs + pageLimitMs : sinceMs + act.pageWithinMs;
  const pageMs = await console.seen(seen.fault, endMs);
  console.rest();
  if (pageMs === undefined) screen.row("console", red(`not on the page ${seconds(performance.now() - sinceMs)} later`));
  else
    screen.row("console", `on the page ${bold(`after ${seconds(pageMs - sinceMs)}`)} ${dim("(GET /api/terminals/…)")}`);
  return pageMs !== undefined;
}

/** Does the harm and tells what follows; resolves with the case, undefined when it was not opened, or not on the console, in time. */
export async function harm(stage: Stage, act: Act): Promise<SeenCase | undefined> {
  const { door, support, wire, screen } = stage;
  wire.begin();
  stage.console.look();
  const sinceMs = performance.now();
  const opened = support.next(({ event, fault }) => event === "opened" && isAbout(act, fault), verdictLimitMs);
  await happen(stage, act, "harm");
  const seen = await shownWait(stage, "watching", opened);
  showSymptoms(stage);
  if (!seen) {
    stage.console.rest();
    screen.row("verdict", red(`none within ${seconds(verdictLimitMs)}`));
    return undefined;
  }
  await showVerdict(screen, door, seen.fault);
  const size = dim(`(${seen.topic}, ${seen.bytes} bytes)`);
  screen.row("support", `case opened: ${seen.fault}, ${bold(`after ${seconds(seen.atMs - sinceMs)}`)} ${size}`);
  return (await showPage(stage, act, { seen, sinceMs })) ? seen : undefined;
}

/** Mends it and waits until support has learned that the case is closed. */
export async function mend(stage: Stage, act: Act): Promise<boolean> {
  const { support, screen } = stage;
  const sinceMs = performance.now();
  const closed = support.next(({ event, fault }) => event === "closed" && isAbout(act, fault), mendLimitMs);
  await happen(stage, act, "mend");
  screen.row("then", act.mending);
  const seen = await shownWait(stage, "waiting for the case to close", closed);
  if (seen) screen.row("support", `${green("case closed")}, ${bold(`after ${seconds(seen.atMs - sinceMs)}`)}`);
  else screen.row("support", red(`case still open after ${seconds(mendLimitMs)}`));
  return seen !== undefined;
}
