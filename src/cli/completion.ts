/** `posdiag completion`: what a shell needs to complete our commands. */
import { readArguments, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { bashCompletion } from "./completion-bash.ts";
import { zshCompletion } from "./completion-zsh.ts";

const help = `Usage: posdiag completion bash|zsh

Prints what the shell needs to complete posdiag's commands and options. The package installs the same as a file.

Options:
  -h, --help   this text

Example:
  posdiag completion bash > /etc/bash_completion.d/posdiag
  posdiag completion zsh > /usr/local/share/zsh/site-functions/_posdiag

Exit codes: 0 printed, 64 wrong use
`;

/** `commands`: all there are, this one too; asked for when it runs, because this one is in the list. */
export function createCompletionCommand(commands: () => readonly Command[]): Command {
  return {
    name: "completion",
    summary: "print what bash or zsh needs to complete commands",
    help,
    run: async (args, io) => {
      const { positionals } = readArguments("completion", { args: [...args], allowPositionals: true });
      const [shell, ...more] = positionals;
      if (more.length > 0 || (shell !== "bash" && shell !== "zsh"))
        throw usageError("completion", "bash or zsh is needed");
      io.out(shell === "bash" ? bashCompletion(commands()) : zshCompletion(commands()));
      return 0;
    },
  };
}
