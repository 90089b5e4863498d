/** The commands about signed data. */
import type { Command } from "./command.ts";
import { dataBackCommand } from "./data-back.ts";
import { dataInstallCommand } from "./data-install.ts";
import { dataListCommand } from "./data-list.ts";
import { dataPackCommand } from "./data-pack.ts";
import { dataShowCommand } from "./data-show.ts";

export const dataCommands: readonly Command[] = [
  dataPackCommand,
  dataShowCommand,
  dataInstallCommand,
  dataListCommand,
  dataBackCommand,
];
