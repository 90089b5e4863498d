import { createMaintenance, isWithin } from "../../src/probes/maintenance.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("announced maintenance");

const at = (hours: number, minutes: number) => new Date(2026, 10, 22, hours, minutes, 30).getTime();

test("a window holds from its first minute to the one before its end", () => {
  const windows = ["02:00-04:30"];
  const times = [at(1, 59), at(2, 0), at(4, 29), at(4, 30)];
  assert.equal(
    times.map((time) => isWithin(windows, time)),
    [false, true, true, false],
  );
});

test("over midnight as well, and of several one is enough", () => {
  const windows = ["12:00-12:01", "23:30-00:15"];
  const times = [at(23, 29), at(23, 30), at(0, 0), at(0, 14), at(0, 15), at(12, 0)];
  assert.equal(
    times.map((time) => isWithin(windows, time)),
    [false, true, true, true, false, true],
  );
});

/** What is said within three minutes. */
async function said(windows: readonly string[]): Promise<readonly unknown[]> {
  const clock = new VirtualClock();
  const values: unknown[] = [];
  const stop = new AbortController();
  const emit = (readings: readonly { readonly value: unknown }[]) => values.push(...readings.map(({ value }) => value));
  const running = createMaintenance({ windows, clock, emit }).run(stop.signal);
  await clock.advance(179_000);
  stop.abort();
  await running;
  return values;
}

test("it is said every half minute, so that it does not age; where nothing was announced it is never so", async () => {
  assert.equal(await said(["00:00-12:00", "12:00-00:00"]), Array(6).fill(true));
  assert.equal(await said([]), Array(6).fill(false));
});

test.run();
