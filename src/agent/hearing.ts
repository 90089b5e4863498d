/** What an application says becomes Readings; what its payments say beyond that is for `probes/answers.ts`. */
import type { Reading } from "../model/reading.ts";
import { isTelephonySignal } from "../model/telephony.ts";
import type { Answers } from "../probes/answers.ts";
import type { Brain } from "./brain.ts";
import type { ModemSource } from "./modem-source.ts";

interface Hearers {
  readonly brain: Pick<Brain, "see">;
  readonly source: Pick<ModemSource, "fromApp">;
  readonly answers: Pick<Answers, "hear">;
}

export function hear(heard: Reading, { brain, source, answers }: Hearers): void {
  if (isTelephonySignal(heard.signal)) {
    source.fromApp(heard);
    return;
  }
  brain.see([heard]);
  answers.hear(heard);
}
