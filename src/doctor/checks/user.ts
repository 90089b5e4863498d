/** Whether the agent's user may open the modem's port. */
import { usesPort } from "../../agent/settings.ts";
import { listPorts } from "../../modem/ports.ts";
import { lookAt, may, type Node } from "../access.ts";
import { type Account, type Names, readNames } from "../account.ts";
import { createFinder, type Finding } from "../finding.ts";
import { type Check, configOf, type Place } from "../place.ts";

const find = createFinder("user");

export interface PortNode {
  readonly path: string;
  readonly node: Node;
}

/** Pure. `port`: the modem's, where it is known and there. */
export function judgeUser(account: Account, port: PortNode | undefined, names: Names): Finding {
  if (account.kind === "missing") return find("missing", { values: { user: account.name } });
  const values = { user: account.name, groups: account.gids.map(names.groupOf).join(", ") };
  if (port && !(may(account, "read", port.node) && may(account, "write", port.node))) {
    return find("no_group", { values: { ...values, port: port.path, group: names.groupOf(port.node.gid) } });
  }
  if (account.from === "own") return find("own", { values });
  return find(account.uid === 0 ? "root" : "ok", { values });
}

async function modemPort(place: Place): Promise<PortNode | undefined> {
  const config = configOf(place);
  if (config && !usesPort(config)) return undefined;
  const named = config?.["modem.port"];
  const path = named !== undefined && named !== "auto" ? named : await firstModem(place);
  const found = path === undefined ? undefined : await lookAt(path);
  return path !== undefined && found?.kind === "node" ? { path, node: found.node } : undefined;
}

async function firstModem({ roots }: Place): Promise<string | undefined> {
  const ports = await listPorts(roots);
  return ports.find(({ kind, role }) => kind === "modem" && role === "at")?.path;
}

export const userCheck: Check = {
  id: "user",
  limitMs: 6_000,
  look: async (place) => judgeUser(await place.account, await modemPort(place), readNames(place.root)),
};
