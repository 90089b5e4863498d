/**
 * What gets lost on the lines inside the terminal, as their drivers count it: wrong frames and parity on serial lines
 * (linux/drivers/tty/serial/serial_core.c, uart_line_info; root only), errors of SPI controllers, checksums of network ports.
 * Overruns are the processor's fault and no noise. Several lines at once point at something beside the terminal.
 */
import { join } from "node:path";
import { namesIn, numberIn, textIn } from "../way/system-text.ts";

const windowMs = 60_000;
const mostLines = 32;

export interface BusErrors {
  /** In the last minute, as far as it was watched. */
  readonly errors: number;
  readonly buses: number;
}

type Counts = ReadonlyMap<string, number>;

function serialCounts(root: string): readonly (readonly [string, number])[] {
  const top = join(root, "proc", "tty", "driver");
  return (namesIn(top) ?? []).flatMap((driver) => {
    const lines = (textIn(join(top, driver)) ?? "").split("\n").filter((line) => /^\d+: uart:(?!unknown)/.test(line));
    return lines.slice(0, mostLines).map((line) => {
      const lost = [...line.matchAll(/ (?:fe|pe):(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
      return [`${driver} ${line.slice(0, line.indexOf(":"))}`, lost] as const;
    });
  });
}

function statisticCounts(
  root: string,
  [family, names]: readonly [string, readonly string[]],
): readonly (readonly [string, number])[] {
  const top = join(root, "sys", "class", family);
  return (namesIn(top) ?? []).slice(0, mostLines).flatMap((bus) => {
    const counts = names
      .map((name) => numberIn(join(top, bus, "statistics", name)))
      .filter((each) => each !== undefined);
    return counts.length === 0 ? [] : [[`${family} ${bus}`, counts.reduce((sum, each) => sum + each, 0)] as const];
  });
}

const statistics: readonly (readonly [string, readonly string[]])[] = [
  ["spi_master", ["errors"]],
  ["net", ["rx_crc_errors", "rx_frame_errors"]],
];

function countsIn(root: string): Counts {
  return new Map([...serialCounts(root), ...statistics.flatMap((family) => statisticCounts(root, family))]);
}

export class BusWatch {
  readonly #root: string;
  #samples: readonly { readonly atMs: number; readonly counts: Counts }[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  /** Undefined at the first look, and where nothing counts. `quiet`: a line carries rubbish now, and nobody is to be told. */
  look(nowMs: number, quiet: boolean): BusErrors | undefined {
    if (quiet) {
      this.#samples = [];
      return undefined;
    }
    const counts = countsIn(this.#root);
    // The youngest that is a minute old is what the others are held against; looks are seconds apart, so some dozen.
    const start = this.#samples.findLastIndex(({ atMs }) => nowMs - atMs >= windowMs);
    const samples = this.#samples.slice(Math.max(0, start));
    this.#samples = [...samples, { atMs: nowMs, counts }];
    const [before] = samples;
    if (!before || counts.size === 0) return undefined;
    // A line that is new, or whose counter began anew, has lost nothing that anybody saw.
    const grown = [...counts].map(([bus, count]) => count - (before.counts.get(bus) ?? count)).filter((by) => by > 0);
    return { errors: grown.reduce((sum, by) => sum + by, 0), buses: grown.length };
  }
}
