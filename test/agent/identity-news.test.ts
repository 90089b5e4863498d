import { createIdentityNews } from "../../src/agent/identity-news.ts";
import type { TerminalIdentity } from "../../src/model/record.ts";
import { assert, suite } from "../front-door/suite.ts";
import { terminal } from "../report/samples.ts";

const test = suite("agent/identity-news");

test("who the terminal is is told anew when more of it is known, and not when a modem that starts again says nothing", () => {
  let now: TerminalIdentity = { ...terminal, modem: { manufacturer: "", model: "", revision: "" } };
  let told = 0;
  const news = createIdentityNews(
    () => now,
    () => {
      told += 1;
    },
  );
  const after = (next: TerminalIdentity): number => {
    now = next;
    news.refresh();
    news.refresh();
    return told;
  };
  assert.is(after(now), 0);
  assert.is(after(terminal), 1, "the modem has said who it is");
  assert.is(after({ ...terminal, place: { shop: "s1", carrier: "46000" } }), 2, "so has the SIM");
  assert.is(after({ ...terminal, modem: { manufacturer: "", model: "", revision: "" } }), 2, "the modem starts again");
  assert.is(after({ ...terminal, place: { shop: "s1", carrier: "46000" } }), 2, "and is the same");
  assert.is(after({ ...terminal, place: { shop: "s1", carrier: "46001" } }), 3, "another SIM");
});

test.run();
