/** The systemd unit, with the Node that the artefact brings or the system's. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./workshop.ts";

const systemNode = "ExecStart=/usr/bin/node ";
const ownNode = "ExecStart=/usr/lib/posdiag/node ";

export function unitText(bringsNode: boolean): string {
  const text = readFileSync(join(repository, "deploy/posdiag.service"), "utf8");
  if (!text.includes(systemNode)) throw new Error("the unit does not start /usr/bin/node");
  return bringsNode ? text.replace(systemNode, ownNode) : text;
}
