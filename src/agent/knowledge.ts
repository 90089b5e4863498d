/** The catalogue as this deployment wants it, read once at the start: from signed data, and on top of that from the configuration's file. */
import { ownCatalogue } from "../config/named-files.ts";
import { type Adaptation, adapt, type Knowledge } from "../faults/adapt.ts";
import { catalogue } from "../faults/index.ts";
import { builtInTexts, type OwnTexts } from "../faults/text.ts";
import { languages } from "../model/text.ts";
import type { Site } from "./site.ts";

function textsOf(below: OwnTexts, above: OwnTexts): OwnTexts {
  const byLanguage = languages.map((language) => {
    const [low, high] = [below[language] ?? {}, above[language] ?? {}];
    const faults = new Set([...Object.keys(low), ...Object.keys(high)]);
    return [language, Object.fromEntries([...faults].map((id) => [id, { ...low[id], ...high[id] }]))] as const;
  });
  return Object.fromEntries(byLanguage);
}

/** Both; where they speak of the same, `above` counts. What one drops is dropped. */
export function layered(below: Adaptation, above: Adaptation): Adaptation {
  return {
    texts: textsOf(below.texts, above.texts),
    rates: { ...below.rates, ...above.rates },
    party: { ...below.party, ...above.party },
    drop: [...new Set([...below.drop, ...above.drop])],
  };
}

/**
 * `signed`: what signed data says. Where the file is not what it must be, that is logged, and the agent goes on with what else it has.
 */
export function readKnowledge({ config, log }: Pick<Site, "config" | "log">, signed?: Adaptation): Knowledge {
  const path = config["catalogue.file"];
  const read = path === undefined ? undefined : ownCatalogue(path);
  for (const what of read && "wrong" in read ? read.wrong : [])
    log("warning", "config.file_unusable", { key: "catalogue.file", what });
  const own = read && "adaptation" in read ? read.adaptation : undefined;
  const both = own && signed ? layered(signed, own) : (own ?? signed);
  return both ? adapt(catalogue, both) : { catalogue, texts: builtInTexts };
}
