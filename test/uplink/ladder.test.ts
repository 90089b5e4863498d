import { createLadder } from "../../src/uplink/ladder.ts";
import { assert, suite } from "../front-door/suite.ts";

const ladder = suite("uplink/ladder");

ladder("without a budget everything is sent, whatever is used", () => {
  assert.equal(createLadder({ budgetBytes: 0, most: "full" }).stand(1e12), { rung: "full", reason: "none" });
});

ladder("it is left downward at 80 and 95 %, and upward only well below that", () => {
  const steps = createLadder({ budgetBytes: 100, most: "full" });
  const rungs = [79, 80, 71, 69, 94, 95, 86, 84, 70, 0].map((used) => steps.stand(used).rung);
  assert.equal(rungs.join(" "), "full events events full events snapshot snapshot events events full");
  assert.equal(steps.stand(80), { rung: "events", reason: "month" });
});

ladder("the configured rung is the most, and the month may still go below it", () => {
  const steps = createLadder({ budgetBytes: 100, most: "events" });
  assert.equal(steps.stand(0), { rung: "events", reason: "configured" });
  assert.equal(steps.stand(96), { rung: "snapshot", reason: "month" });
});

ladder.run();
