/** `posdiag console user`: accounts of the console, made on the machine that has the database. */
import { systemClock } from "../base/clock.ts";
import { AgentError } from "../base/errors.ts";
import { createAccounts } from "../console/accounts.ts";
import { namePattern } from "../console/fields.ts";
import { isGoodPassword, passwordLength } from "../console/password.ts";
import { isRole, roles } from "../console/roles.ts";
import { createTrail } from "../console/trail.ts";
import { openStore } from "../store/store.ts";
import { isTopicName } from "../uplink/topics.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command, Io } from "./command.ts";
import { readAll } from "./input-file.ts";

const name = "console user";

const help = `Usage: posdiag console user add NAME --role ROLE --database URL [--tenant NAME] [--proxy] < FILE

Makes an account of the console. The password is the first line of standard input.

Options:
  --database URL   as \`posdiag console\` has it
  --role ROLE      see: look; ask: and ask terminals what changes nothing; command: and everything else, accounts too
  --tenant NAME    sees the terminals of this tenant only (default: all)
  --proxy          no password: comes by the proxy's single sign-on only
  -h, --help       this text

Example:
  posdiag console user add anna --role ask --database posdiag.db < password.txt

Exit codes: 0 made, 64 wrong use, 65 the password is too short or too long, or there is an account of this name, 74 the database cannot be used
`;

const options = {
  database: { type: "string" },
  role: { type: "string" },
  tenant: { type: "string" },
  proxy: { type: "boolean" },
} as const;

async function passwordFrom({ stdin }: Io): Promise<string> {
  const [password = ""] = (await readAll(stdin)).split(/\r?\n/, 1);
  if (isGoodPassword(password)) return password;
  const { min, max } = passwordLength;
  throw new AgentError(
    "INPUT_INVALID",
    `a password has ${min} to ${max} characters, in the first line of standard input`,
  );
}

export const consoleUserCommand: Command = {
  name,
  summary: "make an account of the console",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments(name, { args: [...args], options, allowPositionals: true });
    const [verb, who, ...more] = positionals;
    const { database, role, tenant = null, proxy = false } = values;
    if (verb !== "add" || who === undefined || more.length > 0) throw usageError(name, "add NAME is needed");
    if (!namePattern.test(who)) throw usageError(name, "a name is 1 to 64 of A-Z a-z 0-9 _ . @ -");
    if (!isRole(role)) throw usageError(name, `--role is one of ${roles.join(", ")}`);
    if (tenant !== null && !isTopicName(tenant)) throw usageError(name, `--tenant cannot be ${tenant}`);
    if (database === undefined) throw usageError(name, "--database URL is needed");
    const password = proxy ? null : await passwordFrom(io);
    await using store = await openStore({ url: database });
    const refused = await createAccounts(store, systemClock).add({ name: who, role, tenant }, password);
    if (refused) throw new AgentError("INPUT_INVALID", `there is an account named ${who}`);
    await createTrail(store, systemClock).note({
      who: "(shell)",
      what: "user_added",
      detail: { name: who, role, tenant },
    });
    return 0;
  },
};
