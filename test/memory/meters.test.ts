import { Meters } from "../../src/memory/meters.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("memory/meters");
const nothing = { modem: null, interface: null };
const minute = 60_000;

function modem(sentBytes: number, receivedBytes: number, name = "m1") {
  return { source: "modem", name, life: "-", sentBytes, receivedBytes } as const;
}

function network(sentBytes: number, receivedBytes: number, { name = "wwan0", life = "boot1/3" } = {}) {
  return { source: "interface", name, life, sentBytes, receivedBytes } as const;
}

/** Total of what a row of samples books; each comes so many minutes after the start. */
function booked(meters: Meters, ...samples: readonly (readonly [number, Parameters<Meters["take"]>[0]])[]): number {
  return samples.reduce((sum, [atMin, sample]) => {
    const fresh = meters.take(sample, atMin * minute);
    return sum + (fresh ? fresh.sentBytes + fresh.receivedBytes : 0);
  }, 0);
}

test("the first value of a counter is no use: nobody knows since when it counts", () => {
  assert.is(booked(new Meters(nothing, 0), [0, modem(1_000, 2_000)]), 0);
  assert.is(booked(new Meters(nothing, 0), [0, modem(1_000, 2_000)], [1, modem(1_010, 2_005)]), 15);
});

test("a counter that falls has begun at zero", () => {
  assert.is(booked(new Meters(nothing, 0), [0, modem(1_000, 2_000)], [1, modem(7, 3)]), 10);
  assert.is(booked(new Meters(nothing, 0), [0, modem(1_000, 2_000)], [1, modem(1_500, 3)]), 1_503, "one of the two");
});

test("an interface that was made anew has begun at zero, though it shows more than before", () => {
  const again = network(300, 400, { life: "boot2/3" });
  assert.is(booked(new Meters(nothing, 0), [0, network(100, 200)], [1, again]), 700);
});

test("another module, and another interface, are other counters", () => {
  assert.is(booked(new Meters(nothing, 0), [0, modem(10, 10)], [1, modem(9_000, 9_000, "m2")]), 0);
  assert.is(booked(new Meters(nothing, 0), [0, network(10, 10)], [1, network(9_000, 9_000, { name: "usb0" })]), 0);
});

test("where both count, the modem's are booked and no byte twice", () => {
  const both = [
    [0, modem(0, 0)],
    [0, network(0, 0)],
    [1, network(100, 100)],
    [1, modem(100, 100)],
    [2, network(200, 200)],
    [2, modem(200, 200)],
  ] as const;
  assert.is(booked(new Meters(nothing, 0), ...both), 400);
});

test("when the modem stops counting the interface stands in from where the modem stopped, and gives back", () => {
  const meters = new Meters(nothing, 0);
  assert.is(booked(meters, [0, modem(0, 0)], [0, network(0, 0)], [1, network(50, 50)], [1, modem(50, 50)]), 100);
  assert.is(booked(meters, [5, network(80, 80)]), 0, "the modem is waited for");
  assert.is(booked(meters, [12, network(100, 100)]), 100, "everything since its last word");
  assert.is(booked(meters, [13, network(110, 110)]), 20);
  assert.is(booked(meters, [14, modem(115, 115)]), 0, "booked already");
  assert.is(booked(meters, [14.5, network(116, 116)], [15, modem(120, 120)]), 10);
});

test("after a restart of the agent the modem's counter goes on, though the interface speaks first", () => {
  const before = new Meters(nothing, 0);
  booked(before, [0, modem(0, 0)], [0, network(0, 0)], [1, modem(50, 50)], [1, network(50, 50)]);
  const after = new Meters(before.marks, 5 * minute);
  assert.is(booked(after, [5, network(70, 70)], [6, modem(80, 80)]), 60);
});

test("after a restart a modem that says nothing any more is not waited for in vain", () => {
  const before = new Meters(nothing, 0);
  booked(before, [0, network(0, 0)], [0, modem(0, 0)], [1, network(50, 50)], [1, modem(50, 50)]);
  const after = new Meters(before.marks, 5 * minute);
  assert.is(booked(after, [5, network(70, 70)], [14, network(75, 75)], [16, network(80, 80)]), 60);
});

test.run();
