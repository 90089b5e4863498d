/** deploy/completion: what the package installs for shells, with the options of vendor support's side. */
import { bashCompletion } from "../../src/cli/completion-bash.ts";
import { zshCompletion } from "../../src/cli/completion-zsh.ts";
import { documentedCommands } from "./man.ts";

export const bashCompletionFile = (): string => bashCompletion(documentedCommands());
export const zshCompletionFile = (): string => zshCompletion(documentedCommands());
