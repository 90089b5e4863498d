/** The catalogue, assembled. */
import type { Catalogue } from "../model/catalogue.ts";
import { cellularFaults } from "./cellular.ts";
import { conditions } from "./conditions.ts";
import { hostFaults } from "./host.ts";
import { lanFaults } from "./lan.ts";
import { networkFaults } from "./network.ts";
import { observations } from "./observations.ts";
import { powerFaults } from "./power.ts";
import { sessionFaults } from "./session.ts";
import { simFaults } from "./sim.ts";
import { tests } from "./tests.ts";

export const catalogue: Catalogue = {
  faults: {
    ...simFaults,
    ...cellularFaults,
    ...lanFaults,
    ...networkFaults,
    ...hostFaults,
    ...sessionFaults,
    ...powerFaults,
  },
  conditions,
  observations,
  tests,
  paces: {
    /** The payment application says so, once, and knows. */
    told: { openReads: 1, openMs: 0, closeMs: 2_000 },
    /** A register says so: two reads that agree. */
    direct: { openReads: 2, openMs: 500, closeMs: 5_000 },
    /** A probe says so: three, over some seconds. */
    probed: { openReads: 3, openMs: 5_000, closeMs: 10_000 },
    /** A value that swings, or a thing that may come back by itself: three, over longer. */
    sampled: { openReads: 3, openMs: 15_000, closeMs: 20_000 },
  },
};
