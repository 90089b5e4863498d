/** A carrier fails, and everything from the terminals' probes to support's incident and back to their verdicts is real but the world. */
import { type Measurement, numberOf, type Outcome, wordOf } from "./measurement.ts";
import { type DeadData, deadData } from "./outage/dead-data.ts";
import { type DeadGateway, deadGateway } from "./outage/dead-gateway.ts";
import { play, type StageOptions } from "./outage/stage.ts";
import type { Table } from "./table.ts";

const columns = ["what", ""] as const;
const seconds = (value: number | undefined): string => (value === undefined ? "not seen" : `${value}`);
const listed = (serials: readonly string[]): string =>
  serials.length === 0 ? "0" : `${serials.length}: ${serials.slice(0, 8).join(" ")}`;
const called = (named: DeadData["named"]): string => (named ? `${named.fault} ${named.concerns}` : "nothing");
const affected = (named: DeadData["named"]): string => (named ? `${named.affected} of ${named.total}` : "–");

function dataTable(found: DeadData): Table {
  return {
    title: "Data of a carrier dead for 3 min, and two shops' routers",
    columns,
    rows: [
      ["terminals with a card of it; with nothing else", `${found.concerned}; ${found.bound}`],
      ["s until there was an incident of it", seconds(found.firstS)],
      ["s until it was named as it is", seconds(found.namedS)],
      ["named", called(found.named)],
      ["affected then, of how many", affected(found.named)],
      ["affected at the worst", `${found.peak}`],
      ["members whom it does not concern", listed(found.unconcerned)],
      ["terminals behind the two dead routers", `${found.behindRouters}`],
      ["  members of it by a card of their own", `${found.counted.length - found.swept.length}`],
      ["  members of it without one", listed(found.swept)],
      ["incidents of anything else", found.others.length === 0 ? "0" : found.others.join(", ")],
      ["s from its end until the incident is over", seconds(found.overS)],
    ],
  };
}

function gatewayTable(found: DeadGateway): Table {
  const share = (atS: number): readonly string[] => {
    const at = found.shares.find((each) => each.atS >= atS);
    return [`  ${atS} s after it: sure, of those that have told`, at ? `${at.sure} of ${at.told}` : "not seen"];
  };
  return {
    title: "Data of a carrier dead for 5 min, but for the vendor's own line",
    columns,
    rows: [
      ["terminals with a card of it", `${found.concerned}`],
      ["s until it was named as it is", seconds(found.namedS)],
      ["named", called(found.named)],
      ["affected then, of how many", affected(found.named)],
      ["terminals sure of it before the first hint", `${found.sureBefore}`],
      ["s until the first hint", seconds(found.hintS)],
      ...[30, 60, 120].map(share),
      ["terminals sure of it whom it does not concern", listed(found.wrongly)],
    ],
  };
}

const isWrong = ({ namedS, swept, unconcerned }: DeadData): boolean =>
  namedS === undefined || swept.length + unconcerned.length > 0;
const isBlunt = ({ namedS, sureBefore, shares, wrongly }: DeadGateway): boolean =>
  namedS === undefined || wrongly.length > 0 || !shares.some((each) => each.sure > sureBefore);

export const outage: Measurement = {
  name: "outage",
  summary:
    "a carrier fails under a simulated fleet with a real broker and collector: named when, and who is told (20 min)",
  options: {
    terminals: { text: "of the fleet", default: "1000" },
    seed: { text: "of the fleet", default: "7" },
    program: { text: "shipped (dist) or source", default: "shipped" },
    how: { text: "data, gateway, or both one after the other", default: "both" },
  },
  run: async (values, say): Promise<Outcome> => {
    const options: StageOptions = {
      terminals: numberOf(values, "terminals", [100, 5_000]),
      seed: numberOf(values, "seed", [0, 2 ** 32 - 1]),
      program: wordOf(values, "program", ["shipped", "source"]) === "source" ? "source" : "shipped",
    };
    const how = wordOf(values, "how", ["data", "gateway", "both"]);
    const data = how === "gateway" ? undefined : await play(options, say, (stage) => deadData(stage, say));
    const gateway = how === "data" ? undefined : await play(options, say, (stage) => deadGateway(stage, say));
    return {
      tables: [...(data ? [dataTable(data)] : []), ...(gateway ? [gatewayTable(gateway)] : [])],
      notes: [
        `${options.terminals} terminals, seed ${options.seed}, at noon; looked at once a second, verdicts each 5 s, in the collector's database.`,
        "Wills come after 20 s (a terminal's own delay is 120), measures each minute (usually each hour).",
      ],
      data: { ...options, data, gateway },
      failed: (data !== undefined && isWrong(data)) || (gateway !== undefined && isBlunt(gateway)),
    };
  },
};
