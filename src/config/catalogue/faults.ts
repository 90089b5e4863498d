/** What a deployment says of faults beside their wording: how common they are, who acts, and which do not occur. */
import { scaledRate } from "../../faults/adapt.ts";
import { catalogue } from "../../faults/index.ts";
import { type Party, type Rate, rates } from "../../model/catalogue.ts";
import { type Complaint, complain, membersOf, mostNames, type Place, quoted, tooMany, unknown } from "./complaint.ts";

export interface Taken<T> {
  readonly value: Readonly<Record<string, T>>;
  readonly wrong: readonly Complaint[];
}

type One<T> = { readonly value: T } | { readonly wrong: Complaint };

export const faultIds: readonly string[] = Object.keys(catalogue.faults);

/** Members whose names are faults, each read by `take`. */
function byFault<T>(place: Place, take: (place: Place, fault: string) => One<T>): Taken<T> {
  const { places, wrong } = membersOf(place);
  const value: Record<string, T> = {};
  const complaints = [...wrong];
  for (const each of places) {
    const { name } = each.part;
    const taken = faultIds.includes(name) ? take(each, name) : { wrong: unknown(each, "fault", faultIds) };
    if ("wrong" in taken) complaints.push(taken.wrong);
    else value[name] = taken.value;
  }
  return { value, wrong: complaints };
}

const rateWords: readonly Rate[] = ["common", "occasional", "rare", "very_rare"];
const rateForm = `one of ${rateWords.join(", ")}, or a factor from "x0.01" to "x100" that reaches another of them`;

function rateOf(place: Place, fault: string): One<Rate> {
  const { value } = place.part;
  const word = rateWords.find((known) => known === value);
  if (word) return { value: word };
  const factor = typeof value === "string" && /^x\d{1,3}(\.\d{1,2})?$/.test(value) ? Number(value.slice(1)) : 0;
  if (factor < 0.01 || factor > 100) return { wrong: complain(place, `is ${quoted(place.part)}`, rateForm) };
  const usual = catalogue.faults[fault]?.rate ?? "rare";
  const scaled = scaledRate(usual, factor);
  if (scaled !== usual) return { value: scaled };
  const scale = rateWords.map((each) => `${each} ${rates[each]}`).join(", ");
  return {
    wrong: complain(place, `is ${quoted(place.part)}, which leaves ${usual} as it is; the scale is ${scale}`, rateForm),
  };
}

export function takeRates(place: Place): Taken<Rate> {
  return byFault(place, rateOf);
}

const parties: readonly Party[] = [
  "merchant",
  "cardholder",
  "acquirer",
  "carrier",
  "isp",
  "issuer",
  "switch",
  "vendor",
  "utility",
];
const mostParties = 4;
const partyForm = `a list of 1 to ${mostParties}, who acts first comes first, each once, of ${parties.join(", ")}`;

function partyOf(place: Place): One<readonly Party[]> {
  const { part } = place;
  const named = part.items?.map(({ value }) => parties.find((known) => known === value)) ?? [];
  const value = named.flatMap((party) => party ?? []);
  const fits = value.length === named.length && new Set(value).size === value.length;
  if (fits && value.length >= 1 && value.length <= mostParties) return { value };
  const stranger = part.items?.find((_, at) => named[at] === undefined);
  return {
    wrong: complain(place, stranger ? `names ${quoted(stranger)}` : `is ${quoted(part)} that does not fit`, partyForm),
  };
}

export function takeParties(place: Place): Taken<readonly Party[]> {
  return byFault(place, partyOf);
}

/** What a payment has come to can be asked of every terminal. */
const ofPayments = "txn.";

function dropProblem(place: Place, earlier: readonly unknown[]): Complaint | undefined {
  const { value } = place.part;
  if (typeof value !== "string") return complain(place, `is ${quoted(place.part)}`, "the id of a fault");
  if (!faultIds.includes(value)) return unknown({ ...place, part: { ...place.part, name: value } }, "fault", faultIds);
  if (value.startsWith(ofPayments)) return complain(place, `is ${value}, which is about money and cannot be dropped`);
  return earlier.includes(value) ? complain(place, `names ${value} once more`) : undefined;
}

export function takeDropped({ part, key }: Place): {
  readonly value: readonly string[];
  readonly wrong: readonly Complaint[];
} {
  if (!part.items) return { value: [], wrong: [complain({ part, key }, `is ${quoted(part)}`, "a list of fault ids")] };
  if (part.items.length > mostNames) return { value: [], wrong: [tooMany({ part, key }, part.items.length)] };
  const named = part.items.map(({ value }) => value);
  const wrong = part.items.flatMap(
    (item, at) => dropProblem({ part: item, key: `${key}[${at}]` }, named.slice(0, at)) ?? [],
  );
  return { value: named.flatMap((value) => (typeof value === "string" ? value : [])), wrong };
}
