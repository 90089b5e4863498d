/** Every scenario of the simulator for modem, network and terminal, each with the real agent: does it end in its verdict? */
import { performance } from "node:perf_hooks";
import { copyShippedProgram } from "../../hw-sim/rig/program.ts";
import { missingPrograms } from "../front-door/needs.ts";
import { type Measurement, numberOf, type Outcome, seedOf, wordOf } from "./measurement.ts";
import { type Lived, type Scenario, type Side, sides } from "./scenarios/scenario.ts";
import { type Stage, scenariosOf } from "./scenarios/sides.ts";
import type { Table } from "./table.ts";

interface Row extends Lived, Pick<Scenario, "side" | "name" | "verdict"> {
  /** It was wrong once, and lived through again. */
  readonly again: boolean;
}
type Say = (line: string) => void;

const nothing = "–";
const ofNetwork = ["ip", "nft", "ping", "curl", "faketime", "dnsmasq", "udhcpc", "wpa_cli", "namespaces"];
/** Lines of a story that went wrong. */
const toldLines = 60;

/** A bench that fails has shown nothing: that is no right row. */
async function live({ side, name, verdict, live: begin }: Scenario, again: boolean): Promise<Row> {
  const lived = await begin().catch((error: unknown): Lived => {
    const story = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { named: undefined, afterS: undefined, others: ["the bench failed"], right: false, story };
  });
  return { side, name, verdict, again, ...lived };
}

/** So many side by side; the rows in the order of the scenarios. */
async function liveAll(scenarios: readonly Scenario[], { atOnce, again, say }: Manner): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const waiting = [...scenarios.entries()];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, scenario] = next;
      const row = await live(scenario, again);
      rows[at] = row;
      done += 1;
      const { side, name, named, right, story } = row;
      say(`${done}/${scenarios.length}  ${right ? "right" : "WRONG"}  ${side}: ${name} → ${named ?? nothing}`);
      if (!right) say(story.split("\n").slice(0, toldLines).join("\n"));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return rows;
}

interface Manner {
  readonly atOnce: number;
  readonly again: boolean;
  readonly say: Say;
}

/** What is wrong lives once more, with fewer beside it: a machine that has no time for an agent shows nothing about it. */
async function liveTwice(scenarios: readonly Scenario[], atOnce: number, say: Say): Promise<readonly Row[]> {
  const rows = await liveAll(scenarios, { atOnce, again: false, say });
  const failed = scenarios.filter((_, at) => rows[at]?.right !== true);
  if (failed.length === 0) return rows;
  say(`${failed.length} once more`);
  const second = await liveAll(failed, { atOnce: Math.ceil(atOnce / 3), again: true, say });
  const newest = new Map(failed.map((scenario, at) => [scenario, second[at]]));
  return scenarios.flatMap((scenario, at) => newest.get(scenario) ?? rows[at] ?? []);
}

function wordFor({ right, again }: Row): string {
  if (!right) return "wrong";
  return again ? "right at the second try" : "right";
}

function cellsOf(row: Row): readonly string[] {
  const { side, name, verdict, named, afterS, others } = row;
  const seconds = afterS === undefined ? "" : afterS.toFixed(1);
  return [side, name, verdict ?? nothing, named ?? nothing, seconds, others.join(", "), wordFor(row)];
}

function summaryOf(rows: readonly Row[]): Table {
  const line = (name: string, some: readonly Row[]): readonly string[] => {
    const right = some.filter((row) => row.right).length;
    const second = some.filter((row) => row.right && row.again).length;
    const silent = some.filter(({ verdict }) => verdict === undefined).length;
    const causes = new Set(some.flatMap(({ verdict }) => verdict ?? [])).size;
    return [name, ...[some.length, silent, causes, right, second, some.length - right].map(String)];
  };
  const lived = sides.filter((side) => rows.some((row) => row.side === side));
  const lines = lived.map((side) =>
    line(
      side,
      rows.filter((row) => row.side === side),
    ),
  );
  return {
    title: "In all",
    columns: ["side", "scenarios", "nothing wrong", "causes", "right", "of these at the second try", "wrong"],
    rows: [...lines, line("all", rows)],
  };
}

interface Chosen {
  readonly scenarios: readonly Scenario[];
  /** Why some are not among them. */
  readonly leftOut: readonly string[];
}

function choose(values: Readonly<Record<string, string>>, stage: Stage): Chosen {
  const side = wordOf(values, "side", ["all", ...sides]);
  const text = values["only"] ?? "";
  const asked = sides.filter((each) => side === "all" || side === each);
  const missing = asked.includes("network") ? missingPrograms(ofNetwork) : undefined;
  const able = (each: Side): boolean => each !== "network" || missing === undefined;
  const scenarios = asked
    .filter(able)
    .flatMap((each) => scenariosOf[each](stage))
    .filter(({ name, verdict }) => text === "" || name.includes(text) || verdict?.includes(text) === true);
  if (scenarios.length === 0 && missing === undefined) throw new RangeError(`no scenario holds "${text}"`);
  return { scenarios, leftOut: missing === undefined ? [] : [`The network's scenarios are left out: ${missing}.`] };
}

export const scenarios: Measurement = {
  name: "scenarios",
  summary:
    "whether every scenario of modem, network and terminal ends in its verdict, by the real agent (some minutes)",
  options: {
    side: { text: "modem, network (root) or terminal", default: "all" },
    only: { text: "scenarios whose name or cause holds this text", default: "" },
    seed: { text: "of everything that is thrown dice for; 0: drawn", default: "7" },
    "at-once": { text: "how many live at one time, each with an agent of its own", default: "8" },
  },
  run: async (values, say): Promise<Outcome> => {
    const seed = seedOf(values);
    const atOnce = numberOf(values, "at-once", [1, 32]);
    using copy = copyShippedProgram();
    const { scenarios: chosen, leftOut } = choose(values, { seed, program: copy.program });
    const startMs = performance.now();
    const rows = await liveTwice(chosen, atOnce, say);
    const minutes = (performance.now() - startMs) / 60_000;
    const right = rows.filter((row) => row.right).length;
    const table: Table = {
      title: `Each scenario with the real agent, seed ${seed}`,
      columns: ["side", "what is done", "expected", "named", "after s", "others", ""],
      rows: rows.map(cellsOf),
    };
    return {
      tables: [table, summaryOf(rows)],
      notes: [`${right} of ${rows.length} right, in ${minutes.toFixed(1)} minutes, ${atOnce} at one time.`, ...leftOut],
      data: { seed, right, minutes, leftOut, rows: rows.map(({ story: _, ...rest }) => rest) },
      failed: right < rows.length,
    };
  },
};
