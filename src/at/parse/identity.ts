/** Who the modem is: ATI, +CGMI, +CGMM, +CGMR, +CGSN, and the SIM's +CIMI (3GPP TS 27.007 §5). */
import { bodyOf, prefixOf, textOf } from "../fields.ts";

export interface ModemIdentity {
  readonly manufacturer: string | undefined;
  readonly model: string | undefined;
  readonly revision: string | undefined;
  readonly imei: string | undefined;
}

/** Long enough for every real name, short enough for a status line. */
const nameLimit = 64;

/** First line of a reply that may carry its own name (`+CGMR: …`) or label (`Revision: …`) or neither. */
export function firstText(info: readonly string[]): string | undefined {
  const line = info.find((each) => textOf(each) !== undefined);
  if (line === undefined) return undefined;
  const bare = prefixOf(line) === undefined ? line : bodyOf(line);
  return textOf(bare.replace(/^(manufacturer|model|revision|imei)\s*:\s*/i, ""))?.slice(0, nameLimit);
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

/** Labelled lines, or three bare lines in the order of the manual: manufacturer, model, `Revision: …`. */
export function parseAti(info: readonly string[]): ModemIdentity {
  const labelled = (label: string) => {
    const pattern = new RegExp(`^${label}\\s*:\\s*(.+)$`, "i");
    for (const line of info) {
      const found = textOf(pattern.exec(line)?.[1]);
      if (found !== undefined) return found.slice(0, nameLimit);
    }
    return undefined;
  };
  const bare = info.filter((line) => prefixOf(line) === undefined && !/^[A-Za-z ]+:/.test(line));
  return {
    manufacturer: labelled("manufacturer") ?? bare[0]?.slice(0, nameLimit),
    model: labelled("model") ?? bare[1]?.slice(0, nameLimit),
    revision: labelled("revision"),
    imei: parseImei(info.filter((line) => /^imei\s*:/i.test(line))),
  };
}
