/** `posdiag support code-key`: keys with which terminals seal the codes that merchants read out. */
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { AgentError, systemCode } from "../base/errors.ts";
import { formatKeyFile, type KeyFile } from "../last-resort/key-file.ts";
import { keyBytes, terminalKey } from "../last-resort/seal.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { readKey, terminalName } from "./key-ring.ts";

const help = `Usage: posdiag support code-key --new FILE
       posdiag support code-key --fleet FILE --tenant NAME --serial SERIAL --out FILE

Makes keys for the code by which a verdict gets out where the broker is not reached. One key of the fleet stays with support; the
key of each terminal is made of it and goes to the terminal (last_resort.key_file). Whoever has a terminal's key can forge that
terminal's codes and no others. A file that is there already is not overwritten; new ones are readable by their owner only.

Options:
  --new FILE      make a new key for a fleet
  --fleet FILE    the fleet's key
  --tenant NAME   whose terminal it is (terminal.tenant)
  --serial SERIAL its serial number (terminal.serial)
  --out FILE      where the terminal's key is written
  -h, --help      this text

Example:
  posdiag support code-key --new fleet.key
  posdiag support code-key --fleet fleet.key --tenant acme --serial PX7-00042 --out PX7-00042.key

Exit codes: 0 written, 64 wrong use, 65 the file holds no key, 66 it cannot be read, 73 the new file cannot be written
`;

const name = "support code-key";

const options = {
  new: { type: "string" },
  fleet: { type: "string" },
  tenant: { type: "string" },
  serial: { type: "string" },
  out: { type: "string" },
} as const;

function write(path: string, file: KeyFile): void {
  try {
    writeFileSync(path, formatKeyFile(file), { mode: 0o600, flag: "wx" });
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new AgentError("OUTPUT_FAILED", `${path} (${code})`, { cause: error });
  }
}

export const supportCodeKeyCommand: Command = {
  name,
  summary: "make the keys of the codes that merchants read out",
  help,
  run: async (args) => {
    const { values } = readArguments(name, { args: [...args], options });
    const terminal = terminalName(name, values.tenant, values.serial);
    if (values.new !== undefined) {
      if (terminal || values.fleet !== undefined || values.out !== undefined) {
        throw usageError(name, "--new stands alone");
      }
      write(values.new, { kind: "fleet", key: randomBytes(keyBytes) });
      return 0;
    }
    if (values.fleet === undefined || values.out === undefined || !terminal) {
      throw usageError(name, "--new, or --fleet, --tenant, --serial and --out are needed");
    }
    const fleet = await readKey(values.fleet);
    if (fleet.kind !== "fleet") throw new AgentError("INPUT_INVALID", `${values.fleet} is the key of one terminal`);
    write(values.out, { kind: "terminal", terminal, key: terminalKey(fleet.key, terminal) });
    return 0;
  },
};
