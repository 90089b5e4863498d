import { type Clock, systemClock } from "../../src/base/clock.ts";

const deadlineMs = 6_000;

/**
 * The machine's clock with sleeps two hundred times shorter. Deadlines stay as they are, so that a slow machine fails no
 * test; for those that wait for a deadline to pass there is `hurried`.
 */
export const hasty: Clock = {
  ...systemClock,
  sleep: (ms, stop) => systemClock.sleep(ms < deadlineMs ? ms / 200 : ms, stop),
};

export const hurried: Clock = { ...systemClock, sleep: (ms, stop) => systemClock.sleep(ms / 200, stop) };
