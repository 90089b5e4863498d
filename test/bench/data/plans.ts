/** What happens in a month that is lived on the bench. */
import type { MonthPlan } from "./month.ts";

type Plan = Omit<MonthPlan, "days">;

const silent: Omit<Plan, "name"> = {
  ...{ keepaliveS: 900, heartbeatMin: 0, measuresMin: 0, cutsADay: 0, faultsADay: 0 },
  ...({ most: "full", format: "protobuf" } as const),
};

export const full: Plan = { ...silent, heartbeatMin: 60, measuresMin: 60, cutsADay: 4, faultsADay: 3, name: "full" };
export const quiet: Plan = {
  ...full,
  keepaliveS: 1_200,
  heartbeatMin: 1_440,
  measuresMin: 0,
  most: "events",
  name: "quiet",
};

/** Each of the first five adds one feature to the one before it. */
export const plans: readonly Plan[] = [
  { ...silent, name: "connected, a ping every 900 s" },
  { ...silent, heartbeatMin: 60, name: "and an hourly heartbeat" },
  { ...silent, heartbeatMin: 60, measuresMin: 60, name: "and hourly what was measured" },
  { ...silent, heartbeatMin: 60, measuresMin: 60, cutsADay: 4, name: "and 4 breaks of the connection a day" },
  full,
  quiet,
  { ...full, format: "json", name: "full, as JSON" },
];
