/** Completion for bash 4 and later; it needs nothing of the package bash-completion. Pure. */
import { type Described, firstWords, groupsOf, type PlannedCommand, planOf } from "./completion-plan.ts";

const head = `# bash completion for posdiag                                   -*- shell-script -*-
# Written by deploy/docs.ts from the commands' help; \`posdiag completion bash\` prints the same.

`;

/** What all commands have in common: the value of an option, an option, a path. */
const tail = `
  case " $paths " in *" $prev "*)
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    return ;;
  esac
  if [[ $prev == --lang ]]; then
    mapfile -t COMPREPLY < <(compgen -W "zh-CN en" -- "$cur")
    return
  fi
  case " $valued " in *" $prev "*) return ;; esac
  if [[ $cur == -* || -z $take_path ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
  else
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  fi
}

complete -F _posdiag posdiag
`;

function assignments({ options, takesPath }: PlannedCommand): string {
  const named = (kinds: readonly string[]) =>
    options.filter(({ value }) => value && kinds.includes(value.kind)).map(({ name }) => name);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["options", options.map(({ name }) => name)],
    ["paths", named(["path"])],
    ["valued", named(["other"])],
    ["take_path", takesPath ? ["yes"] : []],
  ];
  const given = lists.filter(([, words]) => words.length > 0);
  return given.map(([name, words]) => `${name}="${words.join(" ")}"`).join("; ");
}

function branch(command: PlannedCommand, pattern: string, depth: number): string {
  const said = assignments(command);
  return `    ${pattern}) depth=${depth}${said && `; ${said}`} ;;\n`;
}

function branches(plan: readonly PlannedCommand[]): string {
  const double = plan.filter(({ name }) => name.includes(" "));
  const single = plan.filter(({ name }) => !name.includes(" "));
  // Two words before one: bash takes the first that fits.
  return [
    ...double.map((command) => branch(command, `"${command.name}"`, 2)),
    ...single.map((command) => branch(command, `"${command.name} "*`, 1)),
  ].join("");
}

export function bashCompletion(commands: readonly Described[]): string {
  const plan = planOf(commands);
  const groups = groupsOf(plan);
  const seconds = groups.map(
    ({ word, seconds: all }) => `      ${word}) words="${all.map(([second]) => second).join(" ")}" ;;\n`,
  );
  return `${head}_posdiag() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]}
  local first=\${COMP_WORDS[1]-} second=\${COMP_WORDS[2]-} words="" depth=0 options="" paths="" valued="" take_path=""
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "${[...firstWords(plan), "--help", "--version"].join(" ")}" -- "$cur")
    return
  fi
  if ((COMP_CWORD == 2)); then
    case $first in
${seconds.join("")}    esac
    second=""
  fi
  case "$first $second" in
${branches(plan)}  esac
  if ((COMP_CWORD == 2)) && [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words $options" -- "$cur")
    return
  fi
  ((depth > 0 && COMP_CWORD > depth)) || return
${tail.slice(1)}`;
}
