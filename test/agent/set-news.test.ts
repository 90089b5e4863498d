import { createSetNews } from "../../src/agent/set-news.ts";
import type { Case } from "../../src/model/case.ts";
import type { Unsure } from "../../src/model/record.ts";
import { caseOf } from "../alarms/samples.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("agent/set-news");

function bench() {
  const clock = new VirtualClock();
  let open: readonly Case[] = [];
  let doubt: Unsure | undefined;
  let sent = 0;
  const news = createSetNews({
    clock,
    cases: () => open,
    unsure: () => doubt,
    publish: () => {
      sent += 1;
    },
  });
  const become = (...faults: readonly string[]) => {
    open = faults.map((fault) => caseOf(fault));
    news.changed();
  };
  const doubtBetween = (...faults: readonly string[]) => {
    doubt = { sinceMs: 0, candidates: faults.map((fault) => ({ fault, probability: 0.3 })) };
  };
  const doubtNothing = () => {
    doubt = undefined;
  };
  return { clock, news, become, doubtBetween, doubtNothing, sent: () => sent };
}

test("what is told goes at once; what is withheld a minute after the last set, and once", async () => {
  const { clock, news, become, sent } = bench();
  become("net.down");
  news.publish();
  assert.is(sent(), 1);
  become("net.down", "printer.fault");
  await clock.advance(59_000);
  news.refresh();
  assert.is(sent(), 1);
  await clock.advance(1_000);
  news.refresh();
  news.refresh();
  assert.is(sent(), 2);
});

test("what came and went in between costs no message", async () => {
  const { clock, news, become, sent } = bench();
  become("net.down");
  news.publish();
  become();
  become("net.down");
  await clock.advance(120_000);
  news.refresh();
  assert.is(sent(), 1);
  become();
  news.refresh();
  assert.is(sent(), 2, "the change after it is no less a change");
});

test("a terminal that cannot choose says so at once, another likeliest candidate a minute later, and the end at once", async () => {
  const { clock, news, doubtBetween, doubtNothing, sent } = bench();
  const epochs = [news.said().epoch];
  const look = () => {
    news.refresh();
    epochs.push(news.said().epoch);
    return [sent(), news.said().unsure?.candidates[0]?.fault];
  };
  doubtBetween("host.down", "net.down");
  assert.equal(look(), [1, "host.down"]);
  doubtBetween("host.down");
  assert.equal(look(), [1, "host.down"]);
  assert.is(news.said().unsure?.candidates.length, 2, "what an epoch says it says always");
  doubtBetween("net.down", "host.down");
  await clock.advance(59_000);
  assert.equal(look(), [1, "host.down"]);
  await clock.advance(1_000);
  assert.equal(look(), [2, "net.down"]);
  doubtNothing();
  assert.equal(look(), [3, undefined]);
  assert.equal(look(), [3, undefined]);
  doubtBetween("net.down");
  assert.equal(look(), [3, undefined], "one that rattles costs two messages a minute at most");
  await clock.advance(60_000);
  assert.equal(look(), [4, "net.down"]);
  assert.equal([...new Set(epochs)].length, 5);
});

test("a case that is told takes along that there is no doubt any more", async () => {
  const { clock, news, become, doubtBetween, doubtNothing, sent } = bench();
  doubtBetween("host.down");
  news.refresh();
  doubtNothing();
  become("host.down");
  news.publish();
  assert.equal([sent(), news.said().unsure], [2, undefined]);
  await clock.advance(120_000);
  news.refresh();
  assert.is(sent(), 2);
});

test("the epoch rises with every change, and is above all of an earlier run of the same boot", async () => {
  const { clock, news, become } = bench();
  const epochs = [news.said().epoch];
  for (let turn = 0; turn < 5; turn += 1) {
    become();
    epochs.push(news.said().epoch);
  }
  assert.equal(epochs, [0, 1, 2, 3, 4, 5]);
  await clock.advance(2_000);
  const later = createSetNews({ clock, cases: () => [], unsure: () => undefined, publish: () => {} });
  assert.ok(later.said().epoch > news.said().epoch, `${later.said().epoch} after ${news.said().epoch}`);
});

test.run();
