/** The uplink, with what it says of the terminal and what it may cost. */
import { createUplink, type Uplink } from "../uplink/uplink.ts";
import type { Found, Parts } from "./agent.ts";
import { hashOf } from "./identity.ts";
import { uplinkOptions } from "./settings.ts";
import type { Site } from "./site.ts";
import { createStateMessages } from "./state-messages.ts";

/** `parts` is called when something is said, never before. */
export function wireUplink(
  site: Site,
  { data, outbox, knowledge, commands, uplinkMemory, clockTrust }: Found,
  parts: () => Parts,
): Uplink {
  const { config, clock, log, random } = site;
  const { catalogue } = knowledge;
  const catalogueHash = hashOf(catalogue);
  const messages = createStateMessages(site, {
    ...{ outbox, clockQuality: clockTrust.quality },
    known: () => ({ catalogueHash, data: data?.view() }),
    modemStatus: () => parts().probes.modem.status(),
    faultSet: () => parts().reporter.faultSet(),
    dataUse: () => parts().uplink.status().data,
    auditHead: () => commands?.auditHead(),
  });
  return createUplink({
    ...{ outbox, clock, random, log, ...messages },
    ...{
      options: uplinkOptions(config),
      onCommand: commands?.receive,
      onHint: commands?.receiveHint,
      memory: uplinkMemory,
    },
    isMoney: (fault) => catalogue.faults[fault]?.rank === "first",
  });
}
