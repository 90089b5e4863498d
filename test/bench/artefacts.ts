/** What each artefact that can run here costs: the system's Node and every one that `npm run package -- --node` brings. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { bringNode, nodeCache, nodeMajors } from "../../deploy/package/node-release.ts";
import { targets } from "../../deploy/package/target.ts";
import { copyShippedProgram, type Program } from "../../hw-sim/rig/program.ts";
import { agentRow } from "./footprint-rows.ts";
import { type Measurement, numberOf, type Outcome } from "./measurement.ts";
import { memoryOf } from "./proc.ts";
import { median } from "./statistics.ts";

interface Sample {
  readonly readyMs: number;
  readonly residentMb: number;
  readonly privateMb: number;
}

interface Candidate {
  readonly name: string;
  readonly node: string;
}

/** One agent by itself, beside nothing else of ours. */
async function sample(
  { name, node }: Candidate,
  shipped: Program,
  plan: { seed: number; settleS: number },
): Promise<Sample> {
  const [, ...rest] = shipped.words;
  const agent = await agentRow(name, { words: [node, ...rest], env: shipped.env }).start(plan.seed);
  try {
    await delay(plan.settleS * 1_000);
    const { residentKb, privateKb } = memoryOf(agent.pid);
    return { readyMs: agent.startup.readyMs, residentMb: residentKb / 1_024, privateMb: privateKb / 1_024 };
  } finally {
    await agent.end();
  }
}

/** Only for this machine's processor, with glibc; where nothing is in the cache it is fetched. */
function candidates(staging: string): readonly Candidate[] {
  const own = targets.find(({ name }) => name === `linux-${process.arch}-glibc`);
  const brought = nodeMajors.flatMap((major) => {
    const node = own && bringNode(own, major, { cache: nodeCache(process.env), staging });
    return node ? [{ name: `${own.name}-node${major}`, node: node.file }] : [];
  });
  const system = {
    name: `${own?.name ?? process.arch}, Node ${process.version} of the system`,
    node: process.execPath,
  };
  return [system, ...brought].filter(({ node }) => existsSync(node));
}

const middle = (samples: readonly Sample[], of: (one: Sample) => number): number => median(samples.map(of));

export const artefacts: Measurement = {
  name: "artefacts",
  summary: "start-up and memory of the shipped agent with each Node that an artefact brings",
  options: {
    runs: { text: "starts of each; the table has medians", default: "3" },
    settle: { text: "seconds from ready to the look at memory", default: "8" },
  },
  run: async (values, say): Promise<Outcome> => {
    const runs = numberOf(values, "runs", [1, 100]);
    const settleS = numberOf(values, "settle", [0, 600]);
    const staging = mkdtempSync(join(tmpdir(), "posdiag-artefacts-"));
    using copy = copyShippedProgram();
    try {
      const rows: { readonly name: string; readonly samples: readonly Sample[] }[] = [];
      for (const one of candidates(staging)) {
        say(`artefacts: ${one.name}`);
        const samples: Sample[] = [];
        for (let seed = 1; seed <= runs; seed += 1) samples.push(await sample(one, copy.program, { seed, settleS }));
        rows.push({ name: one.name, samples });
      }
      return outcomeOf(rows, runs);
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  },
};

function outcomeOf(
  rows: readonly { readonly name: string; readonly samples: readonly Sample[] }[],
  runs: number,
): Outcome {
  const cells = rows.map(({ name, samples }) => [
    name,
    middle(samples, ({ readyMs }) => readyMs).toFixed(0),
    middle(samples, ({ residentMb }) => residentMb).toFixed(1),
    middle(samples, ({ privateMb }) => privateMb).toFixed(1),
  ]);
  return {
    tables: [
      {
        title: `Artefacts that run here, median of ${runs} (the agent polls the simulated modem once a second)`,
        columns: ["artefact", "ready ms", "resident MB", "private MB"],
        rows: cells,
      },
    ],
    notes: [
      "Private memory has Node's own pages in it where no other process runs the same Node.",
      "Not run: musl (there is no Node for it among these packages), other processors (docs/arm.md), Android.",
    ],
    data: { rows },
    failed: false,
  };
}
