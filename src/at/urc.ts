/**
 * Unsolicited lines: what a modem says without being asked. One table a family, merged here. Names are known so that such
 * a line in the middle of a reply is not taken for a part of it.
 */
import { prefixOf } from "./fields.ts";
import { isRegistrationReport } from "./parse/registration.ts";
import { huaweiUrcs } from "./urcs/huawei.ts";
import { otherUrcs } from "./urcs/others.ts";
import { quectelUrcs } from "./urcs/quectel.ts";
import { simcomUrcs } from "./urcs/simcom.ts";
import { standardUrcs } from "./urcs/standard.ts";
import { ubloxUrcs } from "./urcs/u-blox.ts";
import { fieldsIn, type Urc, type UrcRow } from "./urcs/urc-table.ts";

export type { Urc } from "./urcs/urc-table.ts";

const rows: ReadonlyMap<string, UrcRow> = new Map(
  [otherUrcs, huaweiUrcs, ubloxUrcs, simcomUrcs, quectelUrcs, standardUrcs].flatMap((table) => Object.entries(table)),
);

/** `+PACSP0`, `VOICE CALL: BEGIN`, `+APP PDP: 0,DEACTIVE`. */
const tailPattern = /(\d+|\s*:.*)$/;

function rowOf(line: string): UrcRow | undefined {
  const prefix = prefixOf(line);
  if (prefix !== undefined) return rows.get(prefix);
  const text = line.trim().toUpperCase();
  return rows.get(text) ?? rows.get(text.replace(tailPattern, ""));
}

/** What an unsolicited line says; undefined when no table knows it or its fields make no sense. */
export function parseUrc(line: string): Urc | undefined {
  const row = rowOf(line);
  if (!row) return undefined;
  return row.read ? row.read(line) : { kind: "notice", name: row.name };
}

/** The name under which a line that can come unasked is known. */
export function urcName(line: string): string | undefined {
  const urc = parseUrc(line);
  return urc?.kind === "notice" ? urc.name : rowOf(line)?.name;
}

/** Whether a line can come unasked. */
export function isUrc(line: string): boolean {
  return rowOf(line) !== undefined;
}

/** Whether a line with the name of the reply waited for is a report all the same, by its form. */
export function isReportForm(line: string): boolean {
  if (rowOf(line)?.alone === undefined) return isRegistrationReport(line);
  const fields = fieldsIn(line);
  return fields.length === 1 && /^\d+$/.test(fields[0] ?? "");
}
