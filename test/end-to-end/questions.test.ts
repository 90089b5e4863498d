/**
 * The real agent over its socket: a card fails, the agent has the merchant asked to try another one, the other one works, and
 * the card is named. And what it asks is answered once, by its name only, and never in a payment.
 */

import { bringUp, openRig } from "../../hw-sim/rig/rig.ts";
import { connect } from "../../src/client/posdiag.ts";
import type { QuestionView, TestReport } from "../../src/model/test-view.ts";
import type { DiagnosisView } from "../../src/model/view.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("questions to the merchant", { timeoutMs: 60_000 });

type Posdiag = ReturnType<typeof connect>;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await pause(50);
  }
}

/** A chip that answers nothing, tried three times; the customer goes to the stripe or away. */
async function failingCard(posdiag: Posdiag, ref: string): Promise<void> {
  const sale = posdiag.transaction({ type: "sale", amountFen: 1_280 });
  sale.card({ ref, issuer: "bankX", entry: "icc" });
  for (let time = 0; time < 3; time += 1) {
    posdiag.reader.chip("inserted");
    await pause(100);
    posdiag.reader.chip("mute");
    await pause(100);
  }
  sale.ended("aborted", { hindrance: "chip_failed" });
}

async function goodCard(posdiag: Posdiag, ref: string): Promise<void> {
  const sale = posdiag.transaction({ type: "sale", amountFen: 1_280 });
  posdiag.reader.chip("inserted");
  await pause(100);
  posdiag.reader.chip("atr_ok");
  sale.card({ ref, issuer: "bankY", entry: "icc" });
  sale.sent();
  sale.answered("00", 700);
  sale.ended("approved", { receiptPrinted: true });
}

test("a card fails, the screen asks for it once more, another one is put in, and the first one is named", async () => {
  const rig = await openRig({ seed: 5 });
  const posdiag = connect({ socket: rig.socket, language: "en" });
  try {
    const { door } = await bringUp(rig);
    const shown: (QuestionView | null)[] = [];
    const told: DiagnosisView[] = [];
    posdiag.followQuestions((question) => shown.push(question));
    posdiag.subscribe((diagnosis) => told.push(diagnosis));
    await until(() => (shown.length > 0 ? true : undefined));
    assert.equal(shown, [null]);
    await failingCard(posdiag, "c1");
    const asked = await until(() => shown.findLast((question) => question !== null));
    assert.is(asked.test, "insert_again");
    assert.match(asked.text, /once more/);
    assert.equal(
      asked.answers.map(({ answer }) => answer),
      ["done", "cannot"],
    );
    const again = await posdiag.question();
    assert.is(again.kind === "answer" && again.value?.id, asked.id);

    await goodCard(posdiag, "c2");
    await until(() => (shown.at(-1) === null ? true : undefined));
    assert.equal(await posdiag.answer(asked.id, "done"), { kind: "refused", refused: "expired_question" });
    assert.equal(await posdiag.answer("abcdefghijkl", "done"), { kind: "refused", refused: "unknown_question" });
    const named = await until(() => told.findLast(({ unknown, verdicts }) => !unknown && verdicts.length > 0));
    assert.is(named.verdicts[0]?.fault, "card.chip_damaged");
    const { status } = await door.ask("posdiag.status");
    const { refused } = JSON.parse(JSON.stringify(status)).ipc;
    assert.equal(refused, { expired_question: 1, unknown_question: 1 });
    door.close();
  } finally {
    posdiag.close();
    await rig.close();
  }
});

test("an active diagnosis makes the terminal's own best tests, each once, and tells what it found or why it was not made", async () => {
  const rig = await openRig({ seed: 9 });
  const posdiag = connect({ socket: rig.socket, language: "en" });
  try {
    const { door } = await bringUp(rig);
    const sale = posdiag.transaction({ type: "sale", amountFen: 1_280 });
    sale.sent();
    sale.ended("timeout");
    const told: TestReport[] = [];
    const reply = await posdiag.diagnose({ active: true, onTest: (report) => told.push(report) });
    assert.is(reply.kind, "answer");
    const names = told.map(({ test: name }) => name);
    assert.ok(names.length > 0);
    assert.is(new Set(names).size, names.length);
    // The bench's agent has no terminal number for an echo, and is permitted none.
    for (const { test: name, refused } of told) if (name === "echo_host") assert.is(refused, "nothing_to_do");
    for (const { found, refused } of told) assert.ok(refused !== null ? found.length === 0 : true);
    door.close();
  } finally {
    posdiag.close();
    await rig.close();
  }
});

test.run();
