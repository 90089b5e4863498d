/** Where the commands' journal, audit log, keys and settings lie. */
import { dirname, join } from "node:path";
import type { Config } from "../config/config.ts";

export function commandsFolder(config: Config): string {
  return config["commands.dir"] ?? join(dirname(config["outbox.dir"]), "commands");
}
