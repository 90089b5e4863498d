/** Whether the serial port's native part loads: it is asked to open what cannot be opened, and who refuses tells. */
import { AgentError } from "../../base/errors.ts";
import { serialPort } from "../../modem/port.ts";
import { createFinder, type Finding } from "../finding.ts";
import type { Check } from "../place.ts";
import { type Runtime, runtimeOf } from "./node.ts";

const find = createFinder("addon");
const longest = 160;

/** Below a device that is no folder: never there, and never anybody's port. */
const nowhere = "/dev/null/none";

/** Pure. `refusal`: why it was not opened. The addon itself says `…, cannot open …`. */
export function judgeAddon(runtime: Runtime, refusal: string): Finding {
  const error = refusal.split("\n", 1)[0]?.slice(0, longest) ?? "";
  const values = { ...runtime, error };
  return find(/cannot open/i.test(refusal) ? "ok" : "missing", { values });
}

async function refusalOf(): Promise<string> {
  try {
    const port = await serialPort({ path: nowhere, baudRate: 9_600 })({ line() {}, partial() {}, lost() {} });
    port.close();
    return "";
  } catch (error) {
    if (!(error instanceof AgentError)) throw error;
    return error.cause instanceof Error ? error.cause.message : error.message;
  }
}

export const addonCheck: Check = {
  id: "addon",
  limitMs: 5_000,
  look: async () => judgeAddon(runtimeOf(), await refusalOf()),
};
