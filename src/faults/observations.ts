/** What can be seen: a question to the signals, how far one look is trusted, and how often it is seen in healthy life. */
import { cellularObservations } from "./observations/cellular.ts";
import { networkObservations } from "./observations/network.ts";

export const observations = { ...cellularObservations, ...networkObservations } as const;
