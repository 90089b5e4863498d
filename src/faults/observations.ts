/** What can be seen: a question to the signals, how far one look is trusted, and how often it is seen in healthy life. */
import { answerObservations } from "./observations/answers.ts";
import { cellularObservations } from "./observations/cellular.ts";
import { hostObservations } from "./observations/host.ts";
import { lanObservations } from "./observations/lan.ts";
import { networkObservations } from "./observations/network.ts";

export const observations = {
  ...cellularObservations,
  ...lanObservations,
  ...networkObservations,
  ...hostObservations,
  ...answerObservations,
} as const;
