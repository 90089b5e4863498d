/** In place of the modem probe where no port is used: nothing is opened. */
import { generic } from "../modem/profiles/generic.ts";
import { noCounts } from "../modem/tally.ts";
import type { ModemProbeHandle } from "../probes/modem.ts";
import { statusOf } from "../probes/modem-status.ts";

/** `note`: why there is none, for a person. */
export const createNoModem = (note: string): ModemProbeHandle => ({
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
});
