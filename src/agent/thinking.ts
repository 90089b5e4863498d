/** The thinker of this terminal, and the recording of what it sees where the configuration asks for one. */
import type { OwnCodes } from "../codes/own-codes.ts";
import { createCodeBook } from "../codes/response-codes.ts";
import type { Knowledge } from "../faults/adapt.ts";
import type { Capability } from "../model/catalogue.ts";
import { createRecorder, type Recorder, recorded } from "../record/recorder.ts";
import { createThinker, type Thinker } from "../think.ts";
import { readCodes } from "./codes.ts";
import { hashOf } from "./identity.ts";
import { holdMs } from "./settings.ts";
import type { Site } from "./site.ts";

interface Given {
  readonly knowledge: Knowledge;
  readonly capabilities: ReadonlySet<Capability>;
  /** Highest case number given so far in this boot. */
  readonly lastCaseId: number;
  /** What signed data says of response codes. */
  readonly signedCodes: OwnCodes | undefined;
}

export interface Thinking {
  readonly thinker: Thinker;
  /** Undefined where nothing is recorded. */
  readonly recorder: Recorder | undefined;
}

export function createThinking(site: Site, { knowledge, capabilities, lastCaseId, signedCodes }: Given): Thinking {
  const { config, clock, log, cardData, version } = site;
  const codes = readCodes(site, signedCodes);
  const thinker = createThinker({
    catalogue: knowledge.catalogue,
    ...{ capabilities, lastCaseId },
    holdMs: holdMs(config),
    codes: createCodeBook(codes.scheme, codes.own),
  });
  const path = config["record.file"];
  if (path === undefined) return { thinker, recorder: undefined };
  const recorder = createRecorder({
    ...{ path, cardData, log },
    maxBytes: config["record.max_bytes"],
    circumstances: {
      ...{ agentVersion: version, lastCaseId, codes },
      catalogueHash: hashOf(knowledge.catalogue),
      capabilities: [...capabilities],
      holdMs: holdMs(config),
      start: new Date(clock.wallMs()).toISOString(),
      startMs: clock.monoMs(),
    },
  });
  return { thinker: recorded(thinker, recorder), recorder };
}
