/** What is asked for on the command line. Pure but for the defaults that it is given. */
import { parseArgs } from "node:util";
import { type NodeMajor, nodeMajors } from "./node-release.ts";
import { PackagingError } from "./packaging-error.ts";
import { type Target, targetNamed, targets } from "./target.ts";

export const help = `Usage: npm run package -- [options]

Builds once, and makes of it one archive for each target, and SHA256SUMS over what lies in the folder then.

  --target NAME     only this one; again for another (all: ${targets.map(({ name }) => name).join(", ")})
  --node WHICH      none: for the system's Node (default); ${nodeMajors.join(", ")}: brings that Node along, where there is one for the target; again for
                    both. It is fetched now, from where npm fetches packages, and held against deploy/package/node-releases.json.
  --deb             the Debian packages of these targets as well: posdiag with Node (${nodeMajors.at(-1)} unless --node says another, not with
                    --node none alone), posdiag-system-node for the system's
  --only-deb        these, and no archives
  --maintainer WHO  "Name <mail>" in them
  --out FOLDER      dist/packages
  --table           the table of what was made, in Markdown, on standard output (docs/artefacts.md)
  --help            this text

The same sources and tools give the same bytes. The time in them is SOURCE_DATE_EPOCH, or that of the last commit.

Exit codes: 0 made, 1 not made, 64 wrong use
`;

export interface Plan {
  readonly targets: readonly Target[];
  /** For archives. */
  readonly nodes: readonly (NodeMajor | "none")[];
  /** Node for a .deb that brings it; undefined where only those for the system's are asked for. */
  readonly debianNode: NodeMajor | undefined;
  readonly archives: boolean;
  readonly debs: boolean;
  readonly maintainer: string;
  readonly out: string;
  readonly table: boolean;
}

function nodeNamed(word: string): NodeMajor | "none" {
  const found = [...nodeMajors, "none" as const].find((one) => one === word);
  if (found === undefined)
    throw new PackagingError(`--node wants none, ${nodeMajors.join(" or ")}, not ${JSON.stringify(word)}`);
  return found;
}

function parsed(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      target: { type: "string", multiple: true, default: [] },
      node: { type: "string", multiple: true, default: [] },
      deb: { type: "boolean", default: false },
      "only-deb": { type: "boolean", default: false },
      maintainer: { type: "string", default: "posdiag contributors <posdiag@example.invalid>" },
      out: { type: "string", default: "dist/packages" },
      table: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  }).values;
}

/** Throws a PackagingError, or what parseArgs throws, for wrong use. */
export function readPlan(args: readonly string[]): Plan | "help" {
  const values = parsed(args);
  if (values.help) return "help";
  const nodes = values.node.map(nodeNamed);
  const brought = nodes.filter((node) => node !== "none").at(-1);
  const { maintainer, out, table } = values;
  if (!/^[^<>\n]+ <[^<>@\s]+@[^<>@\s]+>$/.test(maintainer))
    throw new PackagingError('--maintainer wants "Name <mail>"');
  return {
    targets: values.target.length === 0 ? targets : values.target.map(targetNamed),
    nodes: nodes.length === 0 ? ["none"] : [...new Set(nodes)],
    debianNode: nodes.length === 0 ? nodeMajors.at(-1) : brought,
    archives: !values["only-deb"],
    debs: values.deb || values["only-deb"],
    ...{ maintainer, out, table },
  };
}
