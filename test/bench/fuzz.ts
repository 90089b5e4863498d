/** Millions of inputs nobody meant, through everything between the port's bytes and a reading; and what memory does meanwhile. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { fuzzAt } from "../fuzz/at-fuzz.ts";
import { type Measurement, numberOf, seedOf } from "./measurement.ts";

const options = {
  inputs: { text: "how many", default: "5000000" },
  seed: { text: "0 draws one", default: "2026" },
} as const;
const rounds = 10;
/** Heap that stands after a collection may breathe by so much; growth would show as far more. */
const breathMb = 4;

/** The heap after everything unused is gone, megabytes. */
function heapMb(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

export const fuzz: Measurement = {
  name: "fuzz",
  summary: "lines, fields and replies under inputs nobody meant: nothing throws, nothing grows",
  options,
  run: async (values, say) => {
    const inputs = numberOf(values, "inputs", [rounds, 1e9]);
    const seed = seedOf(values);
    fuzzAt(seed, 10_000); // Compiled, and tables built.
    const heaps = [heapMb()];
    const beforeMs = performance.now();
    let [lines, numbers] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const fuzzed = fuzzAt(seed + round, Math.ceil(inputs / rounds));
      lines += fuzzed.lines;
      numbers += fuzzed.numbers;
      heaps.push(heapMb());
      say(`${Math.ceil((inputs * (round + 1)) / rounds)} inputs, heap ${heaps.at(-1)?.toFixed(1)} MB`);
    }
    const seconds = (performance.now() - beforeMs) / 1_000;
    const growthMb = (heaps.at(-1) ?? 0) - (heaps[1] ?? 0);
    const row = [
      inputs,
      lines,
      numbers,
      0,
      seconds.toFixed(0),
      (heaps[1] ?? 0).toFixed(1),
      (heaps.at(-1) ?? 0).toFixed(1),
    ];
    const columns = [
      "inputs",
      "lines",
      "numbers",
      "throws",
      "seconds",
      "heap after a tenth, MB",
      "heap at the end, MB",
    ];
    return {
      tables: [
        { title: `Seeds ${seed} to ${seed + rounds - 1}; a throw would end the run`, columns, rows: [row.map(String)] },
      ],
      notes: [],
      data: { inputs, lines, numbers, seconds, heaps, seed },
      failed: growthMb > breathMb,
    };
  },
};
