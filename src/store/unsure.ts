/** What a terminal that cannot tell its trouble thinks of, as its row holds it. */
import { fieldOf, listOf, numberOf, parsed } from "./stored-json.ts";

export interface Candidate {
  readonly fault: string;
  readonly probability: number;
}

/** Likeliest first. */
export function candidatesIn(text: string | null): readonly Candidate[] {
  return listOf(parsed(text ?? "[]")).flatMap((each) => {
    const fault = fieldOf(each, "fault");
    return typeof fault === "string" ? [{ fault, probability: numberOf(fieldOf(each, "probability")) }] : [];
  });
}
