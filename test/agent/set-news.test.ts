import { createSetNews } from "../../src/agent/set-news.ts";
import type { Case } from "../../src/model/case.ts";
import { caseOf } from "../alarms/samples.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("agent/set-news");

function bench() {
  const clock = new VirtualClock();
  let open: readonly Case[] = [];
  let sent = 0;
  const news = createSetNews({
    clock,
    cases: () => open,
    publish: () => {
      sent += 1;
    },
  });
  const become = (...faults: readonly string[]) => {
    open = faults.map((fault) => caseOf(fault));
    news.changed();
  };
  return { clock, news, become, sent: () => sent };
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

test("the epoch rises with every change, and is above all of an earlier run of the same boot", async () => {
  const { clock, news, become } = bench();
  const epochs = [news.epoch];
  for (let turn = 0; turn < 5; turn += 1) {
    become();
    epochs.push(news.epoch);
  }
  assert.equal(epochs, [0, 1, 2, 3, 4, 5]);
  await clock.advance(2_000);
  const later = createSetNews({ clock, cases: () => [], publish: () => {} });
  assert.ok(later.epoch > news.epoch, `${later.epoch} after ${news.epoch}`);
});

test.run();
