/** Who the modem is: ATI, +CGMI, +CGMM, +CGMR, +CGSN, and the SIM's +CIMI (3GPP TS 27.007 §5). */
import { bodyOf, firstOf, isQuoted, prefixOf, splitFields, textOf } from "../fields.ts";

export interface ModemIdentity {
  readonly manufacturer: string | undefined;
  readonly model: string | undefined;
  readonly revision: string | undefined;
  readonly imei: string | undefined;
}

/** Long enough for every real name, short enough for a status line. */
const nameLimit = 64;

const labels = "manufacturer|model|revision|imei";
const labelPattern = new RegExp(`^(?:${labels})\\s*:\\s*`, "i");
/** Samsung phones put it before every value (gammu tests/at-model/05.dump). */
const identityMark = /^I:\s+/;

function named(text: string | undefined): string | undefined {
  return textOf(text?.replace(identityMark, ""));
}

/** The whole first line of a reply that may carry its own name (`+CGMR: …`) or label (`Revision: …`) or neither. */
export function firstLine(info: readonly string[]): string | undefined {
  const line = info.find((each) => textOf(each) !== undefined);
  if (line === undefined) return undefined;
  const bare = prefixOf(line) === undefined ? line : bodyOf(line);
  // Fibocom FM160 adds the short name behind a comma.
  return named(isQuoted(bare) ? splitFields(bare)[0] : bare.replace(labelPattern, ""));
}

/** As `firstLine`, short enough for a status line. */
export function firstText(info: readonly string[]): string | undefined {
  return firstLine(info)?.slice(0, nameLimit);
}

/** IMEI or IMEISV; a serial number of another kind is not one. */
export function parseImei(info: readonly string[]): string | undefined {
  for (const line of info) {
    const match = /(?<!\d)\d{15,16}(?!\d)/.exec(line);
    if (match) return match[0];
  }
  return undefined;
}

export function parseImsi(info: readonly string[]): string | undefined {
  const text = firstText(info);
  return text !== undefined && /^\d{14,15}$/.test(text) ? text : undefined;
}

/** Country codes whose networks have three digits (ITU-T E.212, annex of the Operational Bulletin); everywhere else two. */
const threeDigits = /^(302|31[0-6]|334|338|34[2468]|35[2468]|36[056]|376|708|722|732|750)/;

/** Country and network code of the SIM's home network, 5 or 6 digits; nothing of the subscriber. */
export function homeNetworkOf(imsi: string): string {
  return imsi.slice(0, threeDigits.test(imsi) ? 6 : 5);
}

/**
 * Labelled lines, or bare lines in the order of the manual: manufacturer, model, revision (`Revision: …` of Quectel,
 * `REVISION 03.017` of Cinterion). Some print nothing but the model.
 */
export function parseAti(info: readonly string[]): ModemIdentity {
  const labelled = (label: string) => {
    const pattern = new RegExp(`^${label}(?:\\s*:\\s*|\\s+)(.+)$`, "i");
    return firstOf(info, (line) => named(pattern.exec(line)?.[1]))?.slice(0, nameLimit);
  };
  const bare = info.filter(
    (line) => prefixOf(line) === undefined && !/^[A-Za-z ]+:/.test(line) && !/^revision\s/i.test(line),
  );
  const [manufacturer, model, revision] = bare.length === 1 ? [undefined, bare[0]] : bare;
  return {
    manufacturer: labelled("manufacturer") ?? manufacturer?.slice(0, nameLimit),
    model: labelled("model") ?? model?.slice(0, nameLimit),
    revision: labelled("revision") ?? revision?.slice(0, nameLimit),
    imei: parseImei(info.filter((line) => /^imei\s*:/i.test(line))),
  };
}
