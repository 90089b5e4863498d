/** `posdiag data install FILE`: checks a pack and lays it ready for the agent's next start. */
import { AgentError } from "../base/errors.ts";
import { labelOf } from "../packs/pack.ts";
import { provePack } from "../packs/proof.ts";
import { judge, noPacks, type Verdict } from "../packs/standing.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { asOwner, openDataPlace, placeOptions, readPackAt } from "./data-place.ts";

const name = "data install";
const help = `Usage: posdiag data install FILE --config FILE [--force-older] [--json]

Checks a pack of signed data (docs/updates.md) as the agent does, and lays it ready. The agent takes it at its next start, on trial for
start.trial_s; if it does not live so long twice it goes back to the data before. A pack that is in force already is no error, so a
program may say it again and again. As root it first becomes the user to whom the folder belongs.

Options:
  --config FILE    the agent's configuration
  --force-older    also takes a pack that is older than one this terminal had, or that it has given up; the agent logs it
  --json           {"pack","verdict","ready"}: verdict is new, there, older or given_up
  -h, --help       this text

Example:
  posdiag data install acme-12.posdata --config /etc/posdiag/config.jsonc && systemctl restart posdiag

Exit codes: 0 ready or in force already, 64 wrong use, 65 refused: forged, altered, older, or not for this terminal, 66 a file cannot be
  read, 73 it cannot be written, 78 the configuration has errors, or takes no signed data
`;

const refusals: Readonly<Record<Exclude<Verdict, "new" | "there">, string>> = {
  older: "is not newer than what this terminal had; --force-older takes it all the same",
  given_up: "was given up by this terminal before; --force-older takes it all the same",
};

function said(label: string, verdict: Verdict, trialS: number): string {
  if (verdict === "there") return `${label} is in force already\n`;
  return `${label} lies ready: the agent takes it at its next start, on trial for ${trialS} s\n`;
}

export const dataInstallCommand: Command = {
  name,
  summary: "check a pack of signed data and lay it ready",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments(name, {
      args: [...args],
      options: { ...placeOptions, "force-older": { type: "boolean" } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw usageError(name, "exactly one file is needed");
    const { config, terms, store, folder } = await openDataPlace(name, values.config, io.err);
    const bytes = await readPackAt(path);
    const proof = provePack(bytes, terms);
    if (proof.kind === "refused") throw new AgentError("INPUT_INVALID", [path, ...proof.what].join("\n  "));
    const label = labelOf(proof.pack);
    const verdict = await asOwner(folder, async () => {
      const found = judge((await store.standing()) ?? noPacks, { print: proof.print, version: proof.pack.version });
      if (found === "there") return found;
      if (found !== "new" && !values["force-older"])
        throw new AgentError("INPUT_INVALID", `${label} ${refusals[found]}`);
      await store.want({ kind: found === "new" ? "install" : "force", bytes });
      return found;
    });
    const isReady = verdict !== "there";
    io.out(
      values.json
        ? `${JSON.stringify({ pack: label, verdict, ready: isReady })}\n`
        : said(label, verdict, config["start.trial_s"]),
    );
    return 0;
  },
};
