/**
 * Which commands, and which readers of their answers, a pack may put where: those that our own profiles have in the same place. So a
 * pack can say which of the known ways a new modem speaks, and never make the agent send what it would not send anyway.
 */
import type { KnownRequest } from "../../at/commands.ts";
import type { Question, VendorProfile } from "../../modem/profile.ts";
import { profiles } from "../../modem/profiles/index.ts";
import { quirks } from "../../modem/quirk-table.ts";
import type { Oddity } from "../../modem/quirks.ts";

const of = <T>(take: (profile: VendorProfile) => readonly T[]): readonly T[] => profiles.flatMap(take);
const oddities: readonly Oddity[] = quirks.map(({ oddity }) => oddity);

export const setupRequests: readonly KnownRequest[] = of(({ setup }) => setup.flat());
export const iccidRequests: readonly KnownRequest[] = of(({ iccid }) => iccid);
export const radioQuestions = of(({ radio }) => radio);
export const presenceQuestions = of(({ simPresence }) => (simPresence ? [simPresence] : []));
export const temperatureQuestions = of(({ temperature }) => temperature);
export const voltageQuestions = of(({ voltage }) => voltage);
export const trafficQuestions = of(({ traffic }) => traffic);
export const timeQuestions = of(({ time }) => time);

export const resetRequests: readonly KnownRequest[] = [
  ...of(({ recovery }) => [recovery.reset]),
  ...oddities.flatMap((oddity) => (oddity.kind === "recovery" && oddity.reset ? [oddity.reset] : [])),
];
export const radioOffRequests: readonly KnownRequest[] = [
  ...of(({ recovery }) => [recovery.radioOff]),
  ...oddities.flatMap((oddity) => (oddity.kind === "recovery" && oddity.radioOff ? [oddity.radioOff] : [])),
];
export const reportRequests: readonly KnownRequest[] = oddities.flatMap((oddity) =>
  oddity.kind === "reports_elsewhere" ? oddity.requests : [],
);

const requestsOf = (questions: readonly Question<string>[]): readonly KnownRequest[] =>
  questions.map(({ request }) => request);

/** What is asked of a modem, or set up in it: what a quirk may keep apart, or from being asked. */
export const askedRequests: readonly KnownRequest[] = [
  ...setupRequests,
  ...iccidRequests,
  ...requestsOf(radioQuestions),
  ...requestsOf(presenceQuestions),
  ...requestsOf(temperatureQuestions),
  ...requestsOf(voltageQuestions),
  ...requestsOf(trafficQuestions),
  ...requestsOf(timeQuestions),
];
