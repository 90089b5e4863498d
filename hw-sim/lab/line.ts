/** The long line as its owner sees it. */
import { fileURLToPath } from "node:url";
import { type Service, startService } from "./command.ts";
import type { Namespace } from "./namespace.ts";
import type { LineQuality } from "./packet-fate.ts";

export interface LineEnd {
  readonly in: Namespace;
  readonly interface: string;
}

export interface Line {
  /** Null: cut. */
  set(quality: LineQuality | null): void;
  close(): Promise<void>;
}

const script = fileURLToPath(new URL("delay-line.ts", import.meta.url));

/** Resolves when both devices are there; who has them gives them addresses. */
export async function layLine(seed: number, near: LineEnd, far: LineEnd): Promise<Line> {
  const preload = process.env["POSDIAG_PRELOAD"] ?? "tsx";
  const ends = [near, far].flatMap((end) => [end.in.name, end.interface]);
  const service: Service = startService([process.execPath, "--import", preload, script, String(seed), ...ends]);
  await service.said(/ready/);
  return {
    set: (quality) => void service.stdin.write(`${JSON.stringify(quality)}\n`),
    close: () => service.end(),
  };
}
