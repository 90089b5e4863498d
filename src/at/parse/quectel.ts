/** Quectel beside its cells: +QNWINFO, +QINISTAT, +QPINC, +QCAINFO, +QGDCNT, +QTEMP (EC2x/EG2x and RM5xx AT manuals). */
import { allFieldsOf, fieldsOf, integerOf, measuredOf, textOf } from "../fields.ts";
import { whole } from "./measure.ts";
import { ratOfName } from "./radio-cell.ts";

export interface NetworkInformation {
  /** `FDD LTE`, `NR5G-SA`, … as the modem wrote it. */
  readonly access: string | undefined;
  readonly operator: string | undefined;
  readonly band: string | undefined;
  readonly channel: number | undefined;
}

/** `No Service` and `NONE` are no access. */
export function parseQnwinfo(line: string): NetworkInformation | undefined {
  const fields = fieldsOf(line, "+QNWINFO");
  if (!fields) return undefined;
  const texts = fields.map(textOf);
  const none = { access: undefined, operator: undefined, band: undefined, channel: undefined };
  if (fields.length < 4 || ratOfName(texts[0] ?? "") === "none") return none;
  const [access, operator, band] = texts;
  return { access, operator, band, channel: integerOf(fields[3]) };
}

export interface StartState {
  readonly status: number;
  readonly cpinReady: boolean;
  readonly smsReady: boolean;
  readonly phonebookReady: boolean;
}

/** A sum of 1 card ready, 2 messages ready, 4 phone book ready. */
export function parseQinistat(line: string): StartState | undefined {
  const status = integerOf(fieldsOf(line, "+QINISTAT")?.[0]);
  if (status === undefined || status < 0) return undefined;
  const has = (part: number) => Math.floor(status / part) % 2 === 1;
  return { status, cpinReady: has(1), smsReady: has(2), phonebookReady: has(4) };
}

export interface QuectelTries {
  /** `SC` for PIN and PUK, `P2` for PIN2 and PUK2. */
  readonly facility: string;
  readonly pin: number | undefined;
  readonly puk: number | undefined;
}

export function parseQpinc(lines: readonly string[]): QuectelTries[] {
  return allFieldsOf(lines, "+QPINC").flatMap((fields) => {
    const facility = textOf(fields[0]);
    return facility === undefined ? [] : [{ facility, pin: integerOf(fields[1]), puk: integerOf(fields[2]) }];
  });
}

export interface Carrier {
  readonly primary: boolean;
  readonly channel: number | undefined;
  readonly bandwidth: number | undefined;
  readonly band: string | undefined;
  readonly physical: number | undefined;
  readonly rsrpDbm: number | undefined;
  readonly rsrqDb: number | undefined;
  readonly rssiDbm: number | undefined;
  readonly sinrDb: number | undefined;
}

/**
 * Each carrier in use: <channel>,<bandwidth>,<band>,<state>,<PCI>,<RSRP>,<RSRQ>[,<RSSI>,<SINR>]. On 5G some firmware gives the
 * PCI alone, without a state (`"SCC",648768,10,"NR5G BAND 78",920`).
 */
export function parseQcainfo(lines: readonly string[]): Carrier[] {
  return allFieldsOf(lines, "+QCAINFO").flatMap(([kind, channel, bandwidth, band, ...rest]) => {
    const name = textOf(kind)?.toUpperCase();
    if (name !== "PCC" && name !== "SCC") return [];
    const [physical, rsrp, rsrq, rssi, sinr] = rest.length === 1 ? rest : rest.slice(1);
    return [
      {
        primary: name === "PCC",
        channel: integerOf(channel),
        bandwidth: integerOf(bandwidth),
        band: textOf(band),
        physical: integerOf(physical),
        rsrpDbm: whole.rsrp(rsrp),
        rsrqDb: whole.rsrq(rsrq),
        rssiDbm: whole.rssi(rssi),
        sinrDb: whole.sinr(sinr),
      },
    ];
  });
}

/** °C by sensor: `"soc-thermal","50"` of 5G modules has names, `30,28,27` of LTE ones none. −273 is a sensor that is off. */
export function parseQtemp(
  lines: readonly string[],
): { readonly sensor: string | undefined; readonly celsius: number }[] {
  const celsius = (field: string | undefined) => measuredOf(field, -50, 150);
  return allFieldsOf(lines, "+QTEMP").flatMap((fields) => {
    const [first, second] = fields;
    if (celsius(first) === undefined && fields.length === 2) {
      const value = celsius(second);
      return value === undefined ? [] : [{ sensor: textOf(first), celsius: value }];
    }
    return fields.flatMap((field) => {
      const value = celsius(field);
      return value === undefined ? [] : [{ sensor: undefined, celsius: value }];
    });
  });
}

/** Bytes since the counter was reset; sent stands first. */
export function parseQgdcnt(line: string): { readonly sentBytes: number; readonly receivedBytes: number } | undefined {
  const [sentBytes, receivedBytes] = (fieldsOf(line, "+QGDCNT") ?? []).map(integerOf);
  return sentBytes === undefined || receivedBytes === undefined ? undefined : { sentBytes, receivedBytes };
}
