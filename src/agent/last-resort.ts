/** The verdict as a code, and when it is shown unasked: support has not been reached for a while. */
import { lastResortKey, signingKey, type Told } from "../config/named-files.ts";
import { type Code, makeCode } from "../last-resort/code.ts";
import { openKey, type Sealer } from "../last-resort/seal.ts";
import { slipLines } from "../last-resort/slip.ts";
import { contentOf } from "../last-resort/verdict.ts";
import type { Case, Diagnosis } from "../model/case.ts";
import type { CodeView } from "../model/code-view.ts";
import type { ClockQuality } from "../model/record.ts";
import type { Language } from "../model/text.ts";
import type { DiagnosisView } from "../model/view.ts";
import type { Site } from "./site.ts";

/** How often the link is looked at. */
const lookMs = 10_000;
/** A code stands so long, so that it does not change while somebody reads it out. */
const standsMs = 600_000;
const minuteMs = 60_000;

export interface LastResortParts {
  readonly boot: () => string;
  readonly isConnected: () => boolean;
  readonly diagnosis: () => Diagnosis;
  readonly cases: () => readonly Case[];
  readonly clockQuality: () => ClockQuality;
  /** The diagnosis bears its code now, or no longer. */
  readonly onTurn: () => void;
}

export interface LastResort {
  /** The verdict of now, whether support is reached or not. */
  code(language: Language): CodeView;
  /** The same as text, where support has not been reached for a while and something is wrong. */
  due(): string | undefined;
  /** The view with its code, where that is due. */
  withCode(view: DiagnosisView, language: Language): DiagnosisView;
  run(stop: AbortSignal): Promise<void>;
}

type Surroundings = Pick<Site, "config" | "clock" | "log">;

/** What the file that a key names holds; undefined where none is named, and, with a line in the log, where it is of no use. */
function readNamed<T>({ config, log }: Surroundings, key: NamedKey, read: (path: string) => Told<T>): T | undefined {
  const path = config[key];
  const held = path === undefined ? undefined : read(path);
  if (held && "what" in held) log("warning", "config.file_unusable", { key, what: held.what });
  return held && "value" in held ? held.value : undefined;
}

type NamedKey = "last_resort.key_file" | "last_resort.sign_key_file";

function readSealer(site: Surroundings): Sealer {
  const terminal = { tenant: site.config["terminal.tenant"], serial: site.config["terminal.serial"] };
  const key = readNamed(site, "last_resort.key_file", (path) => lastResortKey(path, terminal)) ?? openKey;
  return { terminal, key, signingKey: readNamed(site, "last_resort.sign_key_file", signingKey) };
}

interface Made {
  readonly of: string;
  readonly atMs: number;
  readonly code: Code;
}

/** The code of the newest verdict, which stands for a while. */
function createMint({ config, clock, log }: Surroundings, parts: LastResortParts): () => Code {
  const sealer = readSealer({ config, clock, log });
  let made: Made | undefined;
  return () => {
    const diagnosis = parts.diagnosis();
    const nowMs = clock.monoMs();
    const of = `${diagnosis.verdicts[0]?.fault} ${diagnosis.unknown}`;
    if (made?.of === of && nowMs - made.atMs < standsMs) return made.code;
    const content = contentOf(diagnosis, {
      ...{ terminal: sealer.terminal, boot: parts.boot(), cases: parts.cases(), nowMs },
      ...{ wallMs: clock.wallMs(), uptimeMs: nowMs, clock: parts.clockQuality() },
    });
    made = { of, atMs: nowMs, code: makeCode(content, sealer) };
    return made.code;
  };
}

export function createLastResort(site: Surroundings, parts: LastResortParts): LastResort {
  const { clock, config } = site;
  const current = createMint(site, parts);
  const afterMs = config["last_resort.after_min"] * minuteMs;
  let reachedMs = clock.monoMs();
  const isDue = () => !parts.isConnected() && clock.monoMs() - reachedMs >= afterMs;
  const isToldUnasked = () => isDue() && parts.diagnosis().verdicts.length > 0;
  const code = (language: Language): CodeView => {
    const { text, uri } = current();
    return { text, uri, lines: slipLines(text, language) };
  };
  return {
    code,
    due: () => (isToldUnasked() ? current().text : undefined),
    withCode: (view, language) => (isToldUnasked() ? { ...view, code: code(language) } : view),
    run: async (stop) => {
      let was = false;
      while (!stop.aborted) {
        if (parts.isConnected()) reachedMs = clock.monoMs();
        const is = isDue();
        if (is !== was) parts.onTurn();
        was = is;
        await clock.sleep(lookMs, stop);
      }
    },
  };
}
