import { drawScreen } from "../../../hw-sim/shop/screen.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("the merchant's screen");

const verdict = {
  fault: "printer.paper_out",
  probability: 0.99,
  say: "打印纸用完了。",
  do: ["装纸后选择“重打印”。"],
  do_not: ["不要再刷一次卡。"],
};
/** As a terminal shows it: Chinese characters take two columns. */
const width = (line: string) => [...line].reduce((sum, letter) => sum + (/[\u2E80-\uFFE6]/.test(letter) ? 2 : 1), 0);

test("shows the application's prompt alone where no agent answers", () => {
  const lines = drawScreen({ prompt: "余额不足，请查询 (51)", outcome: "declined", advice: undefined });
  assert.is(lines.length, 3);
  assert.match(lines[1] ?? "", /余额不足/);
});

test("below it what is wrong, what to do, and what not; every line as wide as the others", () => {
  const long = {
    ...verdict,
    say: "打印纸用完了，这笔交易已经成功，但是没有打印签购单，请先装纸再补打，然后请持卡人签字。",
  };
  const lines = drawScreen({ prompt: "交易成功", outcome: "approved", advice: { verdicts: [long], unknown: false } });
  assert.equal(new Set(lines.map(width)).size, 1);
  const text = lines.join("\n");
  for (const part of ["交易成功", "posdiag: ", "1. 装纸", "✗ 不要再刷"]) assert.ok(text.includes(part), part);
});

test("says that all is well, and that it does not know", () => {
  const said = (unknown: boolean) =>
    drawScreen({ prompt: "", outcome: "", advice: { verdicts: [], unknown } }).join("");
  assert.match(said(false), /posdiag: ✓/);
  assert.match(said(true), /posdiag: \?/);
});

test.run();
