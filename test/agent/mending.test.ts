import { runMending } from "../../src/agent/mending.ts";
import type { Recovery } from "../../src/recovery/runner.ts";
import { assert, suite } from "../front-door/suite.ts";
import { turn } from "../support/virtual-clock.ts";

const test = suite("the ladder in the agent");

test("the probes are told to stop only when the ladder has given back what it took", async () => {
  const stop = new AbortController();
  let giveBack: () => void = () => {};
  const given = new Promise<void>((resolve) => {
    giveBack = resolve;
  });
  const recovery: Recovery = {
    see: () => {},
    order: async () => "ended",
    run: () => given,
    status: () => ({
      step: { kind: "rest" },
      trying: undefined,
      spent: { reattach: 0, radio: 0, reset: 0 },
      last: undefined,
    }),
  };
  const { ended, over } = runMending(recovery, stop.signal);
  stop.abort();
  await turn();
  assert.is(over.aborted, false);
  giveBack();
  await ended;
  assert.is(over.aborted, true);
});

test("without a ladder they stop at once", () => {
  const stop = new AbortController();
  const { over } = runMending(undefined, stop.signal);
  stop.abort();
  assert.is(over.aborted, true);
});

test.run();
