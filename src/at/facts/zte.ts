import { firstOf } from "../fields.ts";
import type { RadioCell } from "../parse/radio-cell.ts";
import { parseZcainfo, parseZcellinfo, parseZdonr, parseZpas, parseZpinpuk, parseZrssi } from "../parse/zte.ts";
import { cellFacts } from "./cell.ts";
import type { FactReader, FactTable } from "./fact.ts";

const cellBy =
  (parse: (line: string) => RadioCell | undefined): FactReader =>
  (lines) => {
    const cell = firstOf(lines, parse);
    return cell && cellFacts(cell);
  };

const networkMode: FactReader = (lines) => {
  const parsed = parseZpas(lines);
  return parsed && { rat: parsed.none ? undefined : parsed.mode, domain: parsed.domain };
};

export const zteFacts: FactTable = {
  "+ZCELLINFO": cellBy(parseZcellinfo),
  "+ZRSSI": cellBy(parseZrssi),
  "+ZCAINFO": cellBy(parseZcainfo),
  "+ZPAS": networkMode,
  "+ZPASR": networkMode,
  "+ZDONR": (lines) => {
    const parsed = firstOf(lines, parseZdonr);
    if (!parsed) return undefined;
    const { operator: operator_name, mcc, mnc, domain, roaming } = parsed;
    return { operator_name, mcc, mnc, domain, roaming };
  },
  "+ZPINPUK": (lines) => {
    const parsed = firstOf(lines, parseZpinpuk);
    return parsed && { pin_left: parsed.pin, puk_left: parsed.puk };
  },
};
