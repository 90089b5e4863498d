/** The map of causes as a table: families down, values of one group across, each cell a count and how it compares. */
import type { FleetView, GroupCount, GroupName } from "../console/api.ts";

export interface CauseCell {
  readonly open: number;
  /** 0..4: of the terminals of this value, which share has it. For shading; the number stands beside it. */
  readonly depth: 0 | 1 | 2 | 3 | 4;
}

export interface CauseRow {
  readonly family: string;
  readonly name: string;
  readonly open: number;
  readonly cells: readonly CauseCell[];
}

export interface CauseTable {
  readonly columns: readonly GroupCount[];
  readonly rows: readonly CauseRow[];
}

/** Shares of a value's terminals from which on a cell is shaded deeper. */
const steps = [0, 0.02, 0.08, 0.25] as const;

function depthOf(open: number, terminals: number): CauseCell["depth"] {
  if (open === 0 || terminals === 0) return 0;
  const share = open / terminals;
  if (share >= steps[3]) return 4;
  if (share >= steps[2]) return 3;
  return share >= steps[1] ? 2 : 1;
}

/** At most `width` columns, most failing first. */
export function causeTable(fleet: FleetView, group: GroupName, width: number): CauseTable {
  const columns = fleet.groups[group].slice(0, width);
  const open = new Map(fleet.causes[group].map((cause) => [`${cause.family} ${cause.value}`, cause.open]));
  const rows = fleet.families.map(({ family, name, open: all }) => ({
    family,
    name,
    open: all,
    cells: columns.map(({ value, terminals }) => {
      const found = open.get(`${family} ${value}`) ?? 0;
      return { open: found, depth: depthOf(found, terminals) };
    }),
  }));
  return { columns, rows };
}
