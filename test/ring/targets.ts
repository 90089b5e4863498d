/** The target table of the evaluation protocol (diagnosis.md 5): what is measured beside what was promised. */
import type { Table } from "../bench/table.ts";

export interface Figure {
  readonly metric: string;
  /** A share from 0 to 1, or a number of the unit that the metric names. */
  readonly measured: number;
  readonly unit: "%" | "" | "s" | "ms";
  /** Undefined: told, and not judged. */
  readonly gate?: number;
  readonly stretch?: number;
  /** Whether less is better. */
  readonly atMost?: true;
}

function shown(value: number | undefined, { unit }: Figure): string {
  if (value === undefined) return "";
  if (Number.isNaN(value)) return "none";
  if (unit === "%") return (value * 100).toFixed(1);
  return value.toFixed(unit === "" ? 3 : 1);
}

/** What was not measured at all is missed. */
export function isMissed({ measured, gate, atMost }: Figure): boolean {
  if (gate === undefined) return false;
  return !(atMost ? measured <= gate : measured >= gate);
}

function bound(value: number | undefined, figure: Figure): string {
  return value === undefined ? "" : `${figure.atMost ? "≤" : "≥"} ${shown(value, figure)}`;
}

function verdict(figure: Figure): string {
  if (figure.gate === undefined) return "";
  return isMissed(figure) ? "MISS" : "ok";
}

export function targetTable(title: string, figures: readonly Figure[]): Table {
  return {
    title,
    columns: ["metric", "gate", "stretch", "measured", "unit", ""],
    rows: figures.map((figure) => [
      figure.metric,
      bound(figure.gate, figure),
      bound(figure.stretch, figure),
      shown(figure.measured, figure),
      figure.unit,
      verdict(figure),
    ]),
  };
}
