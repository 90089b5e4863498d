/**
 * A terminal as other estate managers read it: in the shape of ISO 20022 catm.001 (StatusReport), version 5, as JSON by its XML names and as
 * XML. Not signed, and nothing that we do not know is made up: a part that is missing is left out.
 */
import type { CommandView, TerminalView } from "../api.ts";

/** A text, a group of elements, or several of the same name. */
export type Element = string | Elements | readonly Element[];
export interface Elements {
  readonly [name: string]: Element | undefined;
}

const short = (text: string | null, most: number): string | undefined => text?.slice(0, most) || undefined;
const iso = (ms: number): string => new Date(ms).toISOString();

interface Component {
  readonly type: "TERM" | "APLI" | "DVCE";
  readonly maker: string | null;
  readonly id: string | null;
  readonly serial?: string;
  readonly version: string | null;
  readonly works: boolean;
}

function component({ type, maker, id, serial = "", version, works }: Component): Elements {
  return {
    Tp: type,
    Id: { PrvdrId: short(maker, 35), Id: short(id, 35), SrlNb: short(serial, 35) },
    Sts: { VrsnNb: short(version, 256), Sts: works ? "OPER" : "DACT" },
  };
}

/** Faults of a family take its part out of order. */
function fails({ verdicts }: TerminalView, families: readonly string[]): boolean {
  return verdicts.some(({ family, severity }) => severity >= 3 && families.includes(family));
}

function components(view: TerminalView): readonly Elements[] {
  const { row, identity } = view;
  const { manufacturer, model, revision } = identity.modem;
  return [
    component({
      type: "TERM",
      maker: null,
      id: row.serial,
      serial: row.serial,
      version: null,
      works: row.severity < 4,
    }),
    component({ type: "APLI", maker: "posdiag", id: "agent", version: row.version, works: row.online }),
    component({
      type: "DVCE",
      maker: manufacturer,
      id: model,
      version: revision,
      works: !fails(view, ["modem", "sim", "cell"]),
    }),
  ];
}

const results: Readonly<Record<string, string>> = { succeeded: "SUCC", timed_out: "TIMO", refused: "ACCD" };
const actions: Readonly<Record<string, string>> = { bundle: "UPLD", recover: "RSTR" };

function eventOf({ verb, state, updatedMs, reasonText }: CommandView): readonly Elements[] {
  const [action, result] = [actions[verb ?? ""], results[state]];
  if (action === undefined || result === undefined) return [];
  return [{ TmStmp: iso(updatedMs), Rslt: result, ActnId: { ActnTp: action }, AddtlErrInf: short(reasonText, 70) }];
}

/** Errors are texts of at most 140 characters: id, certainty, since when, name. */
function errorsOf({ verdicts }: TerminalView): readonly string[] {
  return verdicts.map(({ fault, probability, openedMs, name }) => {
    return `${fault} ${Math.min(99, Math.round(probability * 100))}% ${iso(openedMs)} ${name}`.slice(0, 140);
  });
}

export function statusReport(view: TerminalView): Elements {
  const { row, atMs } = view;
  const poi = { Id: short(row.serial, 35), Tp: "OPOI", Issr: "TMGT" };
  return {
    StsRpt: {
      Hdr: {
        DwnldTrf: "false",
        FrmtVrsn: "5.0",
        XchgId: String(Math.floor(atMs / 1_000)),
        CreDtTm: iso(atMs),
        InitgPty: poi,
      },
      StsRpt: {
        POIId: poi,
        TermnlMgrId: { Id: "posdiag", Tp: "TMGT" },
        DataSet: {
          Id: { Nm: "posdiag", Tp: "STRP", CreDtTm: iso(atMs) },
          Cntt: {
            POICmpnt: components(view),
            POIDtTm: iso(row.seenMs),
            Evt: view.commands.flatMap(eventOf),
            Errs: errorsOf(view),
          },
        },
      },
    },
  };
}

const signs: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;",
};

/** XML 1.0 has no place for control characters, not even escaped. */
function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, " ").replace(/[<>&"']/g, (sign) => signs[sign] ?? sign);
}

function xmlOf(name: string, element: Element | undefined): string {
  if (element === undefined) return "";
  if (typeof element === "string") return `<${name}>${escaped(element)}</${name}>`;
  if (isList(element)) return element.map((each) => xmlOf(name, each)).join("");
  const inner = Object.entries(element).map(([child, value]) => xmlOf(child, value));
  return `<${name}>${inner.join("")}</${name}>`;
}

function isList(element: Elements | readonly Element[]): element is readonly Element[] {
  return Array.isArray(element);
}

export function statusReportXml(view: TerminalView): string {
  const { StsRpt } = statusReport(view);
  const space = "urn:iso:std:iso:20022:tech:xsd:catm.001.001.05";
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${space}">${xmlOf("StsRpt", StsRpt)}</Document>\n`;
}
