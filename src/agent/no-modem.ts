/** In place of the modem probe where only an application tells of modem and SIM: there is no port, so nothing is opened. */
import { generic } from "../modem/profiles/generic.ts";
import { noCounts } from "../modem/tally.ts";
import type { ModemProbeHandle } from "../probes/modem.ts";
import { statusOf } from "../probes/modem-status.ts";

const note = "an application tells of modem and SIM (modem.source)";

export const noModem: ModemProbeHandle = {
  id: "no-modem",
  run: async () => {},
  setPace: () => {},
  recovery: () => generic.recovery,
  perform: async () => ({ kind: "port_lost" }),
  status: () =>
    statusOf({
      port: undefined,
      portError: note,
      link: undefined,
      session: undefined,
      past: noCounts,
      pastUnknown: [],
    }),
};
