/** The brain, and who else hears the Readings that go into it and the Cases that come of it. */
import type { Found, Parts } from "./agent.ts";
import { type Brain, createBrain } from "./brain.ts";
import { publish } from "./door.ts";
import type { Site } from "./site.ts";

/** `parts` is called when something is seen or thought, never before. */
export function createMind(
  { clock }: Site,
  { memory, alarms, thinker, commands, clockTrust }: Found,
  parts: () => Parts,
): Brain {
  return createBrain({
    ...{ thinker, clock },
    onReadings: (readings) => {
      const { recovery, probes, measures, interview } = parts();
      memory.see(readings);
      clockTrust.see(readings);
      recovery?.see(readings);
      commands?.see(readings);
      probes.network.see(readings);
      probes.device.note(readings);
      measures.see(readings);
      interview.refresh(false);
    },
    onThought: (thought) => {
      const { flights, interview, reporter } = parts();
      alarms.see(thought);
      reporter.see(thought);
      flights.note(thought.events);
      interview.refresh(true);
    },
    onCases: (events) => parts().reporter.tell(alarms.hear(events)),
    onTurn: () => publish(parts()),
    onPace: (pace) => parts().probes.setPace(pace),
  });
}
