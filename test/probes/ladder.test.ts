import { type Reading, reading } from "../../src/model/reading.ts";
import type { Refusal } from "../../src/probes/governor/permit.ts";
import { createLadder } from "../../src/probes/ladder.ts";
import { type RungId, rungs } from "../../src/probes/rungs.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("one look at the way to the host");

interface Terms {
  readonly has: readonly RungId[];
  readonly refuses?: (rung: string) => Refusal | undefined;
  readonly paying?: () => boolean;
  readonly says?: Readonly<Partial<Record<RungId, readonly Reading[]>>>;
  readonly knowsName?: boolean;
}

function make({ has, refuses = () => undefined, paying = () => false, says = {}, knowsName = false }: Terms) {
  const clock = new VirtualClock();
  const climbed: RungId[] = [];
  const asked: string[] = [];
  const emitted: Reading[] = [];
  let givenBack = 0;
  const ladder = createLadder({
    path: {
      given: () => [],
      isNameKnown: () => knowsName,
      errand: (rung) =>
        has.includes(rung)
          ? async () => {
              climbed.push(rung);
              return says[rung] ?? [];
            }
          : undefined,
    },
    governor: {
      ask: async (rung) => {
        asked.push(rung.name);
        return refuses(rung.name);
      },
      isPaying: paying,
      giveBack: (bytes) => {
        givenBack += bytes;
      },
    },
    emit: (readings) => emitted.push(...readings),
    clock,
  });
  return { clock, ladder, climbed, asked, emitted, givenBack: () => givenBack };
}

const open = [reading("net.tcp_host", "ok", 0)];
const shut = [reading("net.tcp_host", "timeout", 0)];
const good = [...open, reading("host.tls", "ok", 0)];
const bad = [...open, reading("host.tls", "cert_expired", 0)];
const all: readonly RungId[] = ["gateway", "name", "outside", "host", "tls", "secure_echo"];

test("a handshake stands for the connection, and an echo follows one that was well", async () => {
  const { ladder, climbed } = make({ has: all, says: { tls: good } });
  assert.is(await ladder.look("asked"), true);
  assert.equal(climbed.toSorted(), ["gateway", "name", "outside", "secure_echo", "tls"]);
});

test("no echo goes to a host whose certificate is bad, or that takes no connection, or without being asked for", async () => {
  for (const [kind, tls] of [
    ["asked", bad],
    ["asked", shut],
    ["last", good],
  ] as const) {
    const { ladder, climbed } = make({ has: all, says: { tls } });
    await ladder.look(kind);
    assert.not(climbed.includes("secure_echo"), kind);
  }
});

test("an echo may follow what was seen a moment ago", async () => {
  const refuses = (rung: string) => (rung === "tls" || rung === "host" ? "too_soon" : undefined);
  const { ladder, climbed } = make({ has: all, refuses });
  await ladder.look("asked");
  assert.ok(climbed.includes("secure_echo") && !climbed.includes("host"));
});

test("what was booked for a handshake that never began is given back, once", async () => {
  const dead = make({ has: all, says: { tls: shut } });
  await dead.ladder.look("close");
  assert.is(dead.givenBack(), rungs.tls.bytes - rungs.host.bytes);
  const well = make({ has: all, says: { tls: good } });
  await well.ladder.look("close");
  assert.is(well.givenBack(), 0);
});

test("where a handshake does not fit into the budget a connection is made instead", async () => {
  const { ladder, climbed } = make({ has: all, refuses: (rung) => (rung === "tls" ? "hour" : undefined) });
  await ladder.look("close");
  assert.ok(climbed.includes("host"));
});

test("what does not belong to the look, or has no use here, is not even asked for", async () => {
  const idle = make({ has: all });
  await idle.ladder.look("idle");
  assert.equal(idle.asked.toSorted(), ["gateway", "name"]);
  const rare = make({ has: ["name", "host", "outside"], knowsName: true });
  await rare.ladder.look("rare");
  assert.equal(rare.asked, ["host"]);
});

test("a look that a payment broke off goes on where it was, and what it found is not looked for again", async () => {
  let paying = true;
  const { ladder, clock, climbed } = make({
    has: all,
    refuses: (rung) => (paying && rung !== "name" && rung !== "gateway" ? "payment" : undefined),
    paying: () => paying,
    says: { tls: good },
  });
  assert.is(await ladder.look("close"), false);
  assert.equal(climbed.toSorted(), ["gateway", "name"]);
  paying = false;
  await clock.advance(30_000);
  assert.is(await ladder.look("close"), true);
  assert.equal(climbed.toSorted(), ["gateway", "name", "outside", "tls"]);
});

test("one that was broken off long ago begins anew", async () => {
  let paying = true;
  const { ladder, clock, climbed } = make({
    has: ["name", "host"],
    refuses: (rung) => (paying && rung === "host" ? "payment" : undefined),
    paying: () => paying,
  });
  await ladder.look("close");
  paying = false;
  await clock.advance(120_000);
  await ladder.look("close");
  assert.equal(climbed, ["name", "name", "host"]);
});

test("a reversal that only waits withholds a rung, and does not break the look off", async () => {
  const { ladder, climbed } = make({ has: all, refuses: (rung) => (rung === "tls" ? "payment" : undefined) });
  assert.is(await ladder.look("close"), true);
  assert.ok(climbed.includes("host"));
});

test.run();
