/** Pictures of docs/last-resort.md: the QR code of a sample, and the slip that a payment application could print of it. */
import { makeCode } from "../../src/last-resort/code.ts";
import { dated } from "../../src/last-resort/content.ts";
import { faultNumber, signNumber } from "../../src/last-resort/numbers.ts";
import { svgOf } from "../../src/last-resort/picture.ts";
import { qrModules } from "../../src/last-resort/qr.ts";
import { terminalHint } from "../../src/last-resort/seal.ts";
import { slipLines } from "../../src/last-resort/slip.ts";
import { ages, chances, stepOf } from "../../src/last-resort/steps.ts";

const terminal = { tenant: "acme", serial: "PX7-00042" };
const madeMs = Date.UTC(2026, 10, 27, 14, 5);

/** A key that everybody can read here: "posdiag sample key" and zeros. */
export const sampleKey = new Uint8Array(32);
sampleKey.set(new TextEncoder().encode("posdiag sample key"));

/** The SIM has been gone for a quarter of an hour, says the terminal. */
export const sampleCode = makeCode(
  {
    isKnown: true,
    fault: faultNumber("sim.absent"),
    chance: stepOf(chances, 0.987),
    evidence: [signNumber("sim_absent")],
    age: stepOf(ages, 15),
    ...dated({ wallMs: madeMs, uptimeMs: 0, clock: "network" }),
    boot: 11,
    terminal: terminalHint(terminal),
  },
  { terminal, key: sampleKey },
);

export const sampleQr = (): string => svgOf(qrModules(sampleCode.uri));

const [paperWidth, lineHeight, margin, qrSide] = [300, 24, 18, 198] as const;

function textLine(line: string, at: number): string {
  const y = margin + lineHeight * (at + 0.75);
  return `<text x="${paperWidth / 2}" y="${y}" text-anchor="middle">${line}</text>`;
}

/** Paper of 58 mm with the lines of `diagnose --code` in both languages and the QR code. */
export function sampleSlip(): string {
  const chinese = slipLines(sampleCode.text, "zh-CN");
  const english = slipLines(sampleCode.text, "en").slice(0, 2);
  const lines = [...english, ...chinese].map((line, at) => textLine(line, at));
  const qrTop = margin + lineHeight * lines.length;
  const height = qrTop + qrSide + margin;
  const inner = sampleQr()
    .trim()
    .replace("<svg ", `<svg x="${(paperWidth - qrSide) / 2}" y="${qrTop}" width="${qrSide}" height="${qrSide}" `);
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${paperWidth} ${height}" width="${paperWidth}" height="${height}"`;
  const style = `font-family="monospace" font-size="16" fill="#111"`;
  const paper = `<rect width="${paperWidth}" height="${height}" fill="#fff" stroke="#999"/>`;
  return `${[`${open} ${style}>`, "<title>The slip that is printed</title>", paper, ...lines, inner, "</svg>"].join("\n")}\n`;
}
