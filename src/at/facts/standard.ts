/** Replies of the standards: 3GPP TS 27.007 and V.250. */
import { dataFacts } from "./data.ts";
import { deviceFacts } from "./device.ts";
import type { FactTable } from "./fact.ts";
import { networkFacts } from "./network.ts";
import { signalFacts } from "./signal.ts";
import { simFacts } from "./sim.ts";

export const standardFacts: FactTable = { ...networkFacts, ...signalFacts, ...simFacts, ...dataFacts, ...deviceFacts };
