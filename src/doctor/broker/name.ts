/** Whether the broker's name resolves, by the way the agent's connections take (getaddrinfo(3)). */
import { lookup } from "node:dns/promises";
import type { Clock } from "../../base/clock.ts";
import { systemCode } from "../../base/errors.ts";
import { createFinder, type Finding } from "../finding.ts";
import type { BrokerAddress } from "./address.ts";

const find = createFinder("broker_name");

/** Pure. ENOTFOUND is a name server's word, EAI_AGAIN that there was none. */
export function judgeNameError(host: string, code: string): Finding {
  return find(code === "ENOTFOUND" || code === "ENODATA" ? "unknown" : "no_server", { values: { host, code } });
}

export async function lookUp({ host, isNumeric }: BrokerAddress, clock: Clock): Promise<Finding> {
  if (isNumeric) return find("address", { values: { host } });
  const beganMs = clock.monoMs();
  try {
    const found = await lookup(host, { all: true });
    const address = found.map((each) => each.address).join(", ");
    return find("ok", { values: { host, address, ms: clock.monoMs() - beganMs } });
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return judgeNameError(host, code);
  }
}
