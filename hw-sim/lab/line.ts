/** The long lines as their owner sees them. */
import { fileURLToPath } from "node:url";
import { startService } from "./command.ts";
import type { Namespace } from "./namespace.ts";
import type { LineQuality } from "./packet-fate.ts";

export interface LineEnd {
  readonly in: Pick<Namespace, "name">;
  readonly interface: string;
}

export interface Line {
  /** Null: cut. Resolves when packets feel it. */
  set(quality: LineQuality | null): Promise<void>;
}

export interface Lines {
  readonly lines: readonly Line[];
  close(): Promise<void>;
}

const script = fileURLToPath(new URL("delay-line.ts", import.meta.url));

/** Resolves when all devices are there; who has them gives them addresses. Rejects where there are no TUN devices. */
export async function layLines(seed: number, pairs: readonly (readonly [LineEnd, LineEnd])[]): Promise<Lines> {
  const preload = process.env["POSDIAG_PRELOAD"] ?? "tsx";
  const ends = pairs.flat().flatMap((end) => [end.in.name, end.interface]);
  const words = [process.execPath, "--import", preload, script, String(seed), ...ends];
  // Each end keeps one thread of the pool waiting in `read`.
  const service = startService(words, { UV_THREADPOOL_SIZE: String(2 * pairs.length + 2) });
  let changes = 0;
  try {
    await service.said(/ready/);
  } catch (error) {
    await service.end();
    throw error;
  }
  return {
    close: () => service.end(),
    lines: pairs.map((_, number) => ({
      set: (quality) => {
        changes += 1;
        service.stdin.write(`${JSON.stringify([changes, number, quality])}\n`);
        return service.said(new RegExp(`^done ${changes}$`, "m"));
      },
    })),
  };
}
