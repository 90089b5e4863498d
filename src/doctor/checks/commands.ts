/** The list of those who may ask the terminal. */
import { readTrust } from "../../commands/trust.ts";
import { verbTerms } from "../../commands/verbs.ts";
import { verbNames } from "../../model/command.ts";
import { readBounded, type Text } from "../certificates.ts";
import { createFinder, type Finding } from "../finding.ts";
import { type Check, configOf } from "../place.ts";

const find = createFinder("commands");

/** Pure. `verbs`: how many they may use. */
export function judgeCommands(file: string, read: Text, verbs: number): Finding {
  if ("unseen" in read) return find("unseen", { values: { file } });
  if ("error" in read) return find("wrong", { values: { file, error: read.error } });
  const trust = readTrust(read.text);
  if ("what" in trust) return find("wrong", { values: { file, error: trust.what } });
  return find("ok", { values: { file, keys: trust.keys.length, verbs } });
}

export const commandsCheck: Check = {
  id: "commands",
  limitMs: 4_000,
  look: async (place) => {
    const config = configOf(place);
    if (!config) return find("needs_config");
    const file = config["commands.keys_file"];
    if (file === undefined) return find("none");
    const allowed = config["commands.allow"] ?? verbNames.filter((verb) => verbTerms[verb].reads);
    return judgeCommands(file, readBounded(file), allowed.length);
  },
};
