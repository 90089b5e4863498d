/**
 * `npm run demo`: a terminal, its modem, the network around it, a broker and vendor support on this machine, with nothing
 * installed. It breaks one thing after the other and shows what posdiag makes of it.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Bench } from "../bench.ts";
import { openTill } from "../cashier/till.ts";
import { createWay } from "../cashier/way.ts";
import { type Cashier, createCashier } from "../cashier.ts";
import type { Door } from "../rig/door.ts";
import { sourceProgram } from "../rig/program.ts";
import { bringUp, openRig, tenant } from "../rig/rig.ts";
import { type Act, acts } from "./acts.ts";
import { openConsoleEye } from "./console-eye.ts";
import { layOffice, type Office, openOffice } from "./office.ts";
import { bold, createScreen, dim, green, red, type Screen } from "./screen.ts";
import { harm, mend, type Stage } from "./story.ts";
import { watchSupport } from "./support-view.ts";
import { createWireDigest } from "./wire-digest.ts";

const help = `Usage: npm run demo [-- --interactive] [-- --open] [-- --stay] [-- --seed N] [-- --help]

Starts a simulated terminal with the real posdiag agent, an embedded broker, support's view and support's console, all on
this machine. Then it breaks things one by one and shows, for each: what the modem said, the verdict and its evidence, what
the merchant reads in Chinese and English, what support received and after how long, and after how long the console's page
had it. Takes about three minutes.

  --interactive   you break things: type a number and Enter
  --open          opens the console in a browser; its address, a name and a password are printed anyway
  --stay          stays up at the end, until Ctrl-C
  --seed N        another course of the same physics (default 7)
`;

const usualSeed = 7;
const serial = "PX7-00042";
/** Long enough for some polls and sales in good health: what is usual is learned here. */
const calmMs = 4_000;

interface Wishes {
  readonly seed: number;
  readonly interactive: boolean;
  readonly open: boolean;
  readonly stay: boolean;
}

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(help);
    return;
  }
  const [interactive, open, stay] = ["--interactive", "--open", "--stay"].map((word) => args.includes(word));
  const seed = args.includes("--seed") ? Number(args[args.indexOf("--seed") + 1]) : usualSeed;
  const failed = await perform({ seed, interactive: interactive === true, open: open === true, stay: stay === true });
  process.exitCode = failed > 0 ? 1 : 0;
}

/** Resolves with the number of acts that did not go as they should. */
async function perform(wishes: Wishes): Promise<number> {
  const screen = createScreen();
  screen.line(bold("posdiag demo: a terminal, its modem, the network, a broker and vendor support on this machine"));
  screen.waiting("starting …");
  const program = sourceProgram();
  const files = await layOffice(program);
  const place = { shop: "demo-shop", region: "Pudong" };
  const rig = await openRig({
    serial,
    seed: wishes.seed,
    config: { terminal: place, commands: { keys_file: files.publicKeys } },
  });
  const support = watchSupport(program, rig.broker);
  try {
    const [office, { door }] = await Promise.all([openOffice(program, files, rig.broker), bringUp(rig)]);
    const console = await openConsoleEye(office, `${tenant}/${serial}`);
    const wire = createWireDigest(rig.bench);
    const payments = openTill(openCashier(rig.bench, door));
    const stage: Stage = { bench: rig.bench, door, support, console, payments, wire, screen };
    await new Promise((resolve) => setTimeout(resolve, calmMs));
    introduce(stage, rig.broker);
    introduceOffice(screen, office, wishes.open);
    const failed = wishes.interactive ? await improvise(stage) : await playAll(stage);
    if (wishes.stay) await stayUp(screen, office);
    await payments.close();
    door.close();
    await office.close();
    return failed;
  } finally {
    await support.close();
    await rig.close();
    files.remove();
  }
}

function introduceOffice(screen: Screen, { url, name, password }: Office, isToOpen: boolean): void {
  screen.row("console", `${bold(url)}  name ${bold(name)}, password ${bold(password)}`);
  if (!isToOpen) return;
  const browser = spawn("xdg-open", [url], { detached: true, stdio: "ignore" });
  browser.once("error", () => screen.row("", dim("there is no xdg-open here: open the address yourself")));
  browser.unref();
}

async function stayUp(screen: Screen, { url }: Office): Promise<void> {
  screen.line(`The console stays up at ${bold(url)}; Ctrl-C ends.`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

/** Over the simulated network; it never waits for posdiag. */
function openCashier({ paths, acquirer }: Bench, door: Door): Cashier {
  return createCashier({
    dial: createWay({ host: paths.host, dns: paths.dns }),
    masterKey: acquirer.masterKey,
    answerMs: 4_000,
    tell: (fact) => door.tell("posdiag.observe", fact),
  });
}

function introduce({ bench, payments, screen }: Stage, broker: string): void {
  const { paths } = bench;
  screen.row("modem", `Quectel EC25 on ${paths.modem} ${dim("(a real serial port)")}`);
  screen.row("network", `${paths.host.name}:${paths.host.port}, name server ${paths.dns.join()}, broker ${broker}`);
  screen.row("payment", payments.last() === "approved" ? green("交易成功 (approved)") : red(String(payments.last())));
  screen.row("verdict", green("一切正常 / all is well"));
}

function announce(screen: Screen, act: Act): void {
  screen.line();
  screen.line(bold(`── ${act.key}. ${act.title} ${"─".repeat(Math.max(0, 60 - act.title.length))}`));
}

async function playAll(stage: Stage): Promise<number> {
  let failed = 0;
  for (const act of acts) {
    announce(stage.screen, act);
    const seen = await harm(stage, act);
    if (!seen) await stage.bench.set(act.mend);
    if (!seen || !(await mend(stage, act))) failed += 1;
  }
  stage.screen.line();
  stage.screen.line(failed === 0 ? green("Every fault was named and closed again.") : red(`${failed} acts failed.`));
  return failed;
}

/** A number breaks something, the same number mends it; q ends. */
async function improvise(stage: Stage): Promise<number> {
  const { screen } = stage;
  const broken = new Set<string>();
  const menu = () => {
    screen.line();
    for (const act of acts) screen.line(`  ${act.key}  ${broken.has(act.key) ? act.mending : act.title}`);
    screen.line("  q  end");
  };
  menu();
  for await (const line of createInterface({ input: process.stdin })) {
    const key = line.trim();
    if (key === "q") break;
    const act = acts.find((candidate) => candidate.key === key);
    if (!act) screen.line(`  "${key}" is none of ${acts.map((known) => known.key).join(", ")}, q`);
    else if (broken.delete(key)) await mend(stage, act);
    else {
      broken.add(key);
      announce(screen, act);
      await harm(stage, act);
    }
    menu();
  }
  return 0;
}
