/** Which verdict each fault of the way to the host ends in: real packets, the real agent, one shop for each row. */
import { wayFaults } from "../scenarios/network/faults.ts";
import { hostFaults } from "../scenarios/network/host-faults.ts";
import { type Outcome as Life, liveThrough } from "../support/shop-life.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";
import type { Table } from "./table.ts";

const nothing = "–";

/** Right: the verdict that was expected, in time, and no other case from beginning to end. */
export function isRight({ fault, named, all }: Pick<Life, "fault" | "named" | "all">): boolean {
  return named === fault.verdict && all.every((each) => each === fault.verdict);
}

function rowOf(life: Life): readonly string[] {
  const { fault, named, afterS, thought } = life;
  const else_ = life.all.filter((each) => each !== named);
  return [
    fault.name,
    fault.verdict ?? nothing,
    named ?? nothing,
    afterS === undefined ? "" : afterS.toFixed(1),
    [...else_, ...thought.slice(0, 2)].join(", "),
    isRight(life) ? "" : "wrong",
  ];
}

/** By true cause and by what was named, only what is off the diagonal is spelled out. */
function matrix(lives: readonly Life[]): Table {
  const causes = [...new Set(lives.map(({ fault }) => fault.verdict ?? nothing))].toSorted();
  const rows = causes.map((cause) => {
    const own = lives.filter(({ fault }) => (fault.verdict ?? nothing) === cause);
    const right = own.filter(isRight).length;
    const others = own.filter((life) => !isRight(life)).map(({ named, all }) => [named ?? nothing, ...all].join("+"));
    return [cause, String(own.length), String(right), others.join(", ")];
  });
  return { title: "By cause", columns: ["cause", "produced", "named", "named instead"], rows };
}

async function liveAll(seed: number, atOnce: number, say: (line: string) => void): Promise<readonly Life[]> {
  const waiting = [...wayFaults, ...hostFaults];
  const lives = new Map<string, Life>();
  const order = waiting.map(({ name }) => name);
  const work = async (): Promise<void> => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
      const life = await liveThrough(fault, seed);
      lives.set(fault.name, life);
      say(`${isRight(life) ? "right" : "WRONG"}  ${fault.name} → ${life.named ?? nothing}`);
      if (!isRight(life)) say(life.story);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return order.flatMap((name) => lives.get(name) ?? []);
}

export const confusion: Measurement = {
  name: "confusion",
  summary: "what each fault of the way to the host is taken for, by real packets (root; some minutes)",
  options: {
    seed: { text: "of everything that is thrown dice for; 0: drawn", default: "7" },
    shops: { text: "how many shops live at one time", default: "12" },
  },
  run: async (values, say): Promise<Outcome> => {
    const seed = seedOf(values);
    const lives = await liveAll(seed, numberOf(values, "shops", [1, 32]), say);
    const right = lives.filter(isRight).length;
    const faults: Table = {
      title: `Each fault beside its near miss, seed ${seed}`,
      columns: ["what happens", "cause", "named", "after s", "thought at the end", ""],
      rows: lives.map(rowOf),
    };
    return {
      tables: [faults, matrix(lives)],
      notes: [`${right} of ${lives.length} right: the cause named in time, and nothing else from beginning to end.`],
      data: {
        seed,
        right,
        lives: lives.map(({ fault, story: _, ...rest }) => ({ name: fault.name, cause: fault.verdict, ...rest })),
      },
      failed: false,
    };
  },
};
