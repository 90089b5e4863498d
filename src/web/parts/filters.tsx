/** What a list of terminals is narrowed down by. All of it stands in the address, so that a list can be sent to somebody. */
import type { FleetView, GroupName } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { go } from "../browser.ts";
import { hashes } from "../route.ts";
import type { Words } from "../words/language.ts";
import { groupLabel } from "./cause-map.tsx";

const groups = ["carrier", "region", "acquirer", "version", "shop"] as const satisfies readonly GroupName[];
export const filterNames = ["fault", "family", ...groups] as const;
const states = ["all", "failing", "offline", "ok"] as const;
const sorts = ["worst", "changed", "seen", "serial"] as const;

type Query = Readonly<Record<string, string>>;

interface FiltersProps {
  readonly query: Query;
  readonly fleet: FleetView | undefined;
}

function put(query: Query, name: string, value: string): void {
  go(hashes.terminals({ ...query, [name]: value }));
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What is chosen is among the choices, even where the fleet does not list it. */
function withChosen(choices: readonly Choice[], chosen: string): readonly Choice[] {
  if (chosen === "" || choices.some(({ value }) => value === chosen)) return choices;
  return [...choices, { value: chosen, label: chosen }];
}

function choicesOf(name: (typeof filterNames)[number], fleet: FleetView | undefined, say: Words): readonly Choice[] {
  if (!fleet) return [];
  if (name === "fault") return fleet.topFaults.map((fault) => ({ value: fault.fault, label: fault.name }));
  if (name === "family") return fleet.families.map((family) => ({ value: family.family, label: family.name }));
  const known = fleet.groups[name].filter(({ value }) => value !== "");
  return known.map(({ value }) => ({ value, label: groupLabel(name, value, say) }));
}

function labelOf(name: (typeof filterNames)[number], say: Words): string {
  if (name === "fault") return say.list.columns.fault;
  return name === "family" ? say.list.family : say.fleet.by[name];
}

export function Filters({ query, fleet }: FiltersProps) {
  const { say } = useApp();
  const state = query["state"] ?? "all";
  const isFiltered = ["q", ...filterNames].some((name) => query[name]);
  return (
    <div class="filters">
      <fieldset class="tabs">
        <legend class="unseen">{say.list.state}</legend>
        {states.map((each) => (
          <label key={each}>
            <input type="radio" name="state" checked={each === state} onChange={() => put(query, "state", each)} />
            <span class="tab">{say.list.states[each]}</span>
          </label>
        ))}
      </fieldset>
      {filterNames.map((name) => {
        const chosen = query[name] ?? "";
        return (
          <label key={name} class={chosen ? "filter chosen" : "filter"}>
            <span>{labelOf(name, say)}</span>
            <select value={chosen} onChange={(event) => put(query, name, event.currentTarget.value)}>
              <option value="">{say.list.any}</option>
              {withChosen(choicesOf(name, fleet, say), chosen).map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        );
      })}
      <label class="filter">
        <span>{say.list.sort}</span>
        <select value={query["sort"] ?? "worst"} onChange={(event) => put(query, "sort", event.currentTarget.value)}>
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {say.list.sorts[sort]}
            </option>
          ))}
        </select>
      </label>
      {isFiltered && (
        <a class="clear" href={hashes.terminals()}>
          {say.list.clear}
        </a>
      )}
    </div>
  );
}
