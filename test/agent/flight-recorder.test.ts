import { createFlightRecorder } from "../../src/agent/flight-recorder.ts";
import { reading } from "../../src/model/reading.ts";
import { createBook } from "../../src/signals/book.ts";
import { assert, suite } from "../front-door/suite.ts";
import { eventOf, pulledSim } from "../report/samples.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("agent/flight-recorder");

test("keeps the minutes before each of the newest cases, however long it is until somebody asks", async () => {
  const clock = new VirtualClock();
  const book = createBook();
  const recorder = createFlightRecorder(book, clock);
  const opened = (fault: string) => ({
    ...eventOf({ ...pulledSim, verdict: { ...pulledSim.verdict, fault } }),
    atMs: clock.monoMs(),
  });
  book.see(reading("modem.csq", 9, clock.monoMs()));
  await clock.advance(400_000);
  for (let at = 0; at < 10; at += 1) {
    book.see(reading("modem.csq", 20 - at, clock.monoMs()));
    await clock.advance(10_000);
  }
  recorder.note([opened("sim.absent"), { ...opened("x"), kind: "closed" }]);
  for (let at = 0; at < 50; at += 1) {
    await clock.advance(10_000);
    book.see(reading("modem.csq", 31, clock.monoMs()));
  }
  const [flight] = recorder.flights();
  assert.equal([recorder.flights().length, flight?.fault, flight?.age_s], [1, "sim.absent", 500]);
  assert.equal(
    flight?.readings.map(({ value }) => value),
    [20, 19, 18, 17, 16, 15, 14, 13, 12, 11],
  );
  assert.is(flight?.readings.at(-1)?.age_s, 10);
  for (const fault of ["a", "b", "c", "d"]) recorder.note([opened(fault)]);
  assert.equal(
    recorder.flights().map((each) => each.fault),
    ["a", "b", "c", "d"],
  );
});

test.run();
