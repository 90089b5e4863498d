import { EventEmitter } from "node:events";
import { keepPulse } from "../../src/collector/pulse.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("collector/pulse");

class Line extends EventEmitter {
  disconnecting = false;
  disconnected = false;
  pings = 0;
  sendPing(): void {
    this.pings += 1;
  }
}

function createLine(isHeld = () => false) {
  const [line, clock] = [new Line(), new VirtualClock()];
  let end = () => {};
  const closed = new Promise<{ kind: "closed"; code: string }>((resolve) => {
    end = () => resolve({ kind: "closed", code: "close" });
  });
  const silences: number[] = [];
  const pulse = keepPulse(line, {
    ...{ clock, closed, everyMs: 30_000, answerMs: 20_000, isHeld },
    onSilence: () => silences.push(clock.monoMs()),
  });
  return { line, clock, silences, pulse, end };
}

test("who answers no ping in time is silent", async () => {
  const { line, clock, silences, pulse, end } = createLine();
  await clock.advance(49_999);
  assert.equal([line.pings, silences], [1, []]);
  await clock.advance(1);
  assert.equal(silences, [50_000]);
  end();
  await pulse;
});

test("whatever comes after a ping is a sign of life: its answer may stand behind all that the broker has kept", async () => {
  const { line, clock, silences, pulse, end } = createLine();
  await clock.advance(30_000);
  line.emit("packetreceive", { cmd: "publish" });
  await clock.advance(29_000);
  assert.equal([line.pings, silences], [1, []]);
  await clock.advance(1_000);
  assert.is(line.pings, 2);
  end();
  await pulse;
});

test("while we read nothing ourselves, nobody is called silent", async () => {
  const { clock, silences, pulse, end } = createLine(() => true);
  await clock.advance(120_000);
  assert.equal(silences, []);
  end();
  await pulse;
});

test.run();
