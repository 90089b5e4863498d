/** `posdiag data back`: at its next start the agent goes back to the pack before. */
import { candidates, noPacks, wentBack } from "../packs/standing.ts";
import { readArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { asOwner, openDataPlace, placeOptions } from "./data-place.ts";

const name = "data back";
const help = `Usage: posdiag data back --config FILE [--json]

Makes the agent go back at its next start: from data on trial to the good one, from the good one to the one before, or to what comes
with the program. What it goes back from is not taken again without --force-older.

Options:
  --config FILE   the agent's configuration
  --json          {"ready","to"}
  -h, --help      this text

Example:
  posdiag data back --config /etc/posdiag/config.jsonc && systemctl restart posdiag

Exit codes: 0 it will go back, 1 there is nothing to go back from, 64 wrong use, 66 the configuration cannot be read, 73 the folder cannot
  be written, 78 the configuration has errors, or takes no signed data
`;

export const dataBackCommand: Command = {
  name,
  summary: "make the agent go back to the signed data before",
  help,
  run: async (args, io) => {
    const { values } = readArguments(name, { args: [...args], options: placeOptions });
    const { store, folder } = await openDataPlace(name, values.config, io.err);
    const back = await asOwner(folder, async () => {
      const standing = (await store.standing()) ?? noPacks;
      const [from] = candidates(standing);
      const next = wentBack(standing);
      if (next && from) await store.want({ kind: "back", bytes: Buffer.from(from.print) });
      else await store.done();
      return next;
    });
    const to = back?.current?.label ?? null;
    if (values.json) io.out(`${JSON.stringify({ ready: back !== undefined, to })}\n`);
    else if (!back) io.out("there is nothing to go back from\n");
    else io.out(`the agent goes back to ${to ?? "what comes with the program"} at its next start\n`);
    return back ? 0 : 1;
  },
};
