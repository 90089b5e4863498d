/** `posdiag support decode`: what a merchant reads out where the terminal reaches nobody. */
import { existsSync, writeFileSync } from "node:fs";
import { systemClock } from "../base/clock.ts";
import { AgentError, systemCode } from "../base/errors.ts";
import { placeOf } from "../last-resort/alphabet.ts";
import { codeLength } from "../last-resort/code.ts";
import { version } from "../last-resort/content.ts";
import { type Heard, hear } from "../last-resort/reading.ts";
import { type Age, ageAmong, formatSeen, readSeen, withSeen } from "../last-resort/seen.ts";
import { readArguments, readLanguage, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { decoded, decodedObject, formatDecoded, type Told } from "./decoded.ts";
import { readInputFile } from "./input-file.ts";
import { readRing, terminalName } from "./key-ring.ts";

const name = "support decode";

const help = `Usage: posdiag support decode CODE [--key FILE …] [--keys DIR] [--public FILE …] [--tenant NAME --serial SERIAL]
                              [--terminals FILE] [--seen FILE] [--lang zh-CN|en] [--json]

Reads the code that a terminal shows where it does not reach its broker: which fault, who must act, what speaks for it, since when,
of which terminal, and whether it is authentic. CODE is as it was read out or as the QR code has it: spaces, dashes and capitals do
not matter, O counts as 0, I and L as 1, U as V. One wrong or missing character, and two that changed places, are pointed at and put
right; with the terminal's key two wrong ones.

Options:
  --key FILE       a terminal's key, or the fleet's with --serial or --terminals; may be given again
  --keys DIR       a folder with keys and nothing else
  --public FILE    a terminal's public key or certificate (Ed25519), for the signature of a QR code; may be given again
  --tenant NAME    of which terminal it is said to be: whose,
  --serial SERIAL  and its serial number
  --terminals FILE terminals to try the fleet's key or a public one for, one tenant/serial a line
  --seen FILE      keeps the newest code of each terminal, and tells when an older one comes again
  --lang LANG      zh-CN or en (default: en)
  --json           one JSON object
  -h, --help       this text

Example:
  posdiag support decode 7v4s ka86 vn9x dz3c 36f5 wds8 gvrd --key fleet.key --tenant acme --serial PX7-00042

Exit codes: 0 authentic, 1 read, but not proved to be authentic, or older than one that was read before, 64 wrong use,
  65 it cannot be read, or a file is not what it must be, 66 a file cannot be read, 73 --seen cannot be written
`;

const options = {
  key: { type: "string", multiple: true },
  keys: { type: "string" },
  public: { type: "string", multiple: true },
  tenant: { type: "string" },
  serial: { type: "string" },
  terminals: { type: "string" },
  seen: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
} as const;

/** @throws AgentError INPUT_INVALID */
function readable(heard: Heard): Told {
  switch (heard.kind) {
    case "told":
      return heard;
    case "version":
      throw wrong(`it is of version ${heard.version}, and this program reads version ${version}: take a newer posdiag`);
    case "length":
      throw wrong(`it has ${heard.count} characters instead of ${codeLength}; have it read again, group by group`);
    case "stranger":
      throw wrong(`${JSON.stringify(heard.character)} is in no code (group ${placeOf(heard.at).group})`);
    case "misread":
      throw wrong("several characters are misread; have it read again, group by group");
  }
}

const wrong = (what: string): AgentError => new AgentError("INPUT_INVALID", what);

/** Looks what was read of the terminal before, and notes this. */
async function compare(path: string | undefined, { authenticity, terminal, content }: Told): Promise<Age> {
  if (path === undefined || authenticity !== "authentic" || !terminal || content.clock === 0)
    return { kind: "unknown" };
  const seen = readSeen(existsSync(path) ? await readInputFile(path) : "");
  try {
    writeFileSync(path, formatSeen(withSeen(seen, terminal, content.minutes)));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new AgentError("OUTPUT_FAILED", `${path} (${code})`, { cause: error });
  }
  return ageAmong(seen, terminal, content.minutes);
}

export const supportDecodeCommand: Command = {
  name,
  summary: "read the code that a merchant reads out where the broker is not reached",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments(name, { args: [...args], options, allowPositionals: true });
    if (positionals.length === 0) throw usageError(name, "a code is needed");
    const language = readLanguage(name, values.lang) ?? "en";
    const said = terminalName(name, values.tenant, values.serial);
    const ring = await readRing(name, values, said);
    const nowMs = systemClock.wallMs();
    const told = readable(hear(positionals.join(" "), { ...ring, said, nowMs }));
    const age = await compare(values.seen, told);
    const shown = decoded(told, nowMs, age);
    io.out(values.json ? `${JSON.stringify(decodedObject(shown, language))}\n` : formatDecoded(shown, language));
    return told.authenticity === "authentic" && age.kind !== "older" ? 0 : 1;
  },
};
