/** Completion for zsh, as a function that compinit loads. Pure. */
import {
  type Described,
  firstWords,
  groupsOf,
  type PlannedCommand,
  type PlannedOption,
  planOf,
} from "./completion-plan.ts";

const head = `#compdef posdiag
# Written by deploy/docs.ts from the commands' help; \`posdiag completion zsh\` prints the same.

`;
const longest = 72;
const replacements: Readonly<Record<string, string>> = { "[": "(", "]": ")", "'": "’", ":": "," };

/** Within single quotes, in a list of _arguments or _describe, where brackets, colons and backslashes mean something. */
function told(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest - 1).replace(/\s\S*$/, "")} …` : text;
  return short.replace(/[[\]:\\`']/g, (sign) => replacements[sign] ?? "");
}

function argument({ name, text, value }: PlannedOption): string {
  const explained = `${name}[${told(text)}]`;
  if (!value) return `'${explained}'`;
  if (value.kind === "path") return `'${explained}:file:_files'`;
  return value.kind === "words"
    ? `'${explained}:word:(${value.words.join(" ")})'`
    : `'${explained}:${told(value.name)}: '`;
}

function branch({ name, options, takesPath }: PlannedCommand): string {
  const all = [...options.map(argument), ...(takesPath ? ["'*:file:_files'"] : [])];
  return `    ("${name}") _arguments -s ${all.join(" ")} ;;\n`;
}

function described(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([word, summary]) => `'${word}:${told(summary)}'`).join(" ");
}

export function zshCompletion(commands: readonly Described[]): string {
  const plan = planOf(commands);
  const groups = groupsOf(plan);
  const summaryOf = (word: string) => plan.find(({ name }) => name === word)?.summary;
  const firsts = firstWords(plan).map((word) => {
    const members = groups.find((group) => group.word === word)?.seconds.map(([second]) => second) ?? [];
    return [word, summaryOf(word) ?? members.join(", ")] as const;
  });
  const seconds = groups.map(({ word, seconds: rows }) => `      (${word}) seconds=(${described(rows)}) ;;\n`);
  const names = plan.map(({ name }) => `"${name}"`).join(" ");
  return `${head}_posdiag() {
  local -a firsts seconds names
  local command depth=1
  firsts=(${described(firsts)})
  names=(${names})
  if ((CURRENT == 2)); then
    _describe command firsts
    return
  fi
  if ((CURRENT == 3)); then
    case $words[2] in
${seconds.join("")}    esac
    ((\${#seconds})) && _describe command seconds
  fi
  command=$words[2]
  if ((CURRENT > 3)) && ((\${names[(Ie)$words[2] $words[3]]})); then
    command="$words[2] $words[3]"
    depth=2
  fi
  shift $depth words
  ((CURRENT -= depth))
  case $command in
${plan.map(branch).join("")}  esac
}

_posdiag "$@"
`;
}
