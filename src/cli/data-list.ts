/** `posdiag data list`: which packs this terminal has. Reads the folder, no agent is needed. */

import { mostStarts } from "../base/probation.ts";
import { labelOf } from "../packs/pack.ts";
import { type PackTerms, provePack } from "../packs/proof.ts";
import { judge, noPacks, type Standing } from "../packs/standing.ts";
import type { Order } from "../packs/store.ts";
import { readArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { openDataPlace, placeOptions } from "./data-place.ts";
import { table } from "./table.ts";

const name = "data list";
const help = `Usage: posdiag data list --config FILE [--json]

Says which signed data this terminal has: in force, on trial, the one before, what was given up, and what waits for the agent's next
start. Run it as the agent's user, or as root. \`posdiag status\` says what the running agent uses.

Options:
  --config FILE   the agent's configuration
  --json          {"current","trial","before","highest","given_up","waiting"}
  -h, --help      this text

Example:
  posdiag data list --config /etc/posdiag/config.jsonc

Exit codes: 0 shown, 64 wrong use, 66 the configuration cannot be read, 78 it has errors, or takes no signed data
`;

function waitingIn(order: Order | undefined, terms: PackTerms, standing: Standing): string | null {
  if (!order) return null;
  if (order.kind === "back") return "to go back";
  const proof = provePack(order.bytes, terms);
  if (proof.kind === "refused") return `a pack that will be refused: ${proof.reason}`;
  const verdict = judge(standing, { print: proof.print, version: proof.pack.version });
  return verdict === "there" ? null : labelOf(proof.pack);
}

function rowsOf({ current, trial, before, floor, givenUp }: Standing, waiting: string | null): string[][] {
  return [
    ["good", current?.label ?? "none: what comes with the program"],
    ...(trial ? [["on trial", `${trial.label}, start ${trial.starts} of ${mostStarts}`]] : []),
    ...(before ? [["before", before.label]] : []),
    ...(waiting === null ? [] : [["waits", waiting]]),
    ...givenUp.map(({ label, why }, at) => [at === 0 ? "given up" : "", `${label}: ${why}`]),
    ["highest", floor === 0 ? "none yet" : `version ${floor}`],
  ];
}

export const dataListCommand: Command = {
  name,
  summary: "say which signed data this terminal has",
  help,
  run: async (args, io) => {
    const { values } = readArguments(name, { args: [...args], options: placeOptions });
    const { terms, store } = await openDataPlace(name, values.config, io.err);
    const standing = (await store.standing()) ?? noPacks;
    const waiting = waitingIn(await store.order(), terms, standing);
    const { current, trial, before, floor, givenUp } = standing;
    const labels = { current: current?.label ?? null, trial: trial?.label ?? null, before: before?.label ?? null };
    const given_up = givenUp.map(({ label, why }) => ({ pack: label, why }));
    io.out(
      values.json
        ? `${JSON.stringify({ ...labels, highest: floor, given_up, waiting })}\n`
        : table(rowsOf(standing, waiting)),
    );
    return 0;
  },
};
