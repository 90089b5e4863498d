// The side of a payment application, in little: it tells posdiag what happens at the counter and shows the merchant what is
// wrong. Usage: node payment-app.mjs [SOCKET]. Copy dist/posdiag-client.cjs and posdiag-client.d.cts beside your own files.
import { createHmac, randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { connect, createAliases } from "../../dist/posdiag-client.cjs";

const [socket = "/run/posdiag/posdiag.sock"] = process.argv.slice(2);
const posdiag = connect({ socket, language: "zh-CN" });

// posdiag never sees a card number: it gets c1, c2 …, made from a hash whose key lives and dies in this process.
const key = randomBytes(32);
const aliases = createAliases();
const aliasOf = (number) => aliases.of(createHmac("sha256", key).update(number).digest("base64"));

// The merchant's screen: the likeliest cause, what to do, and what not to do.
const show = (...lines) => process.stdout.write(`${lines.join("\n  ")}\n`);
posdiag.subscribe(({ verdicts: [first], unknown, code }) => {
  if (!first) show("— 一切正常");
  else if (unknown) show("— 原因未明");
  else show(`! ${first.say}`, ...first.do, ...first.do_not.map((text) => `✗ ${text}`));
  // Support is not reached: to be read out, or printed with code.uri as a QR code.
  if (code) show(...code.lines);
});

// What one look of a person tells better than any probe: a question, a button for each answer; then posdiag.answer(id, answer).
posdiag.followQuestions((question) => {
  if (question) show(`? ${question.text}`, ...question.answers.map(({ text }) => `[ ${text} ]`));
});

// One sale. What the card, the host and the printer do comes from the drawer below; here your own code would ask them.
async function sell({ card, bank, amountFen, host, paper }) {
  const sale = posdiag.transaction({ type: "sale", amountFen });
  posdiag.reader.chip("inserted");
  posdiag.reader.chip("atr_ok");
  sale.card({ ref: aliasOf(card), issuer: bank, entry: "icc" });
  sale.sent();
  const code = await host();
  if (code === undefined) return sale.ended("timeout", { reversal: "pending" });
  sale.answered(code);
  if (code !== "00") return sale.ended("declined");
  posdiag.printer.state(paper);
  const printed = paper === "ok";
  posdiag.printer.job(printed ? "printed" : "failed");
  sale.ended("approved", { receiptPrinted: printed });
}

const answers = (code) => () => wait(300, code);
const sales = [
  { card: "blue", bank: "bankX", amountFen: 1_280, host: answers("00"), paper: "ok" },
  { card: "red", bank: "bankY", amountFen: 56_000, host: answers("51"), paper: "ok" }, // not enough money
  { card: "green", bank: "bankX", amountFen: 990, host: answers("00"), paper: "paper_out" }, // approved, and no slip
];

posdiag.software({ version: "3.2.0" });
for (const sale of sales) {
  await sell(sale);
  await wait(1_000);
}
posdiag.close();
