/** Takes the parts of a file one by one and collects what is wrong with them, so that all of it is said at once. */
import { findCardData } from "../../card-data/find.ts";
import { type Complaint, complain, membersOf, type Place, quoted, unknown } from "../../config/catalogue/complaint.ts";

export type { Complaint, Place } from "../../config/catalogue/complaint.ts";

export class Reader {
  readonly wrong: Complaint[] = [];

  complain(place: Place, what: string, allowed?: string): void {
    this.wrong.push(complain(place, what, allowed));
  }

  /** Members of an object by name; others than these are complained of. */
  members(place: Place, known: readonly string[]): ReadonlyMap<string, Place> {
    const { places, wrong } = membersOf(place);
    this.wrong.push(...wrong);
    const strangers = places.filter(({ part }) => !known.includes(part.name));
    this.wrong.push(...strangers.map((each) => unknown(each, "name", known)));
    return new Map(places.map((each) => [each.part.name, each]));
  }

  /** Nothing where it is no list of 1 to `most`. */
  items(place: Place, most: number): readonly Place[] {
    const items = place.part.items ?? [];
    if (items.length >= 1 && items.length <= most)
      return items.map((part, at) => ({ part, key: `${place.key}[${at}]` }));
    const is = place.part.items ? `has ${items.length} entries` : `is ${quoted(place.part)}`;
    this.complain(place, is, `a list of 1 to ${most}`);
    return [];
  }

  /** Text for people and for comparison, of 1 to `most` characters; empty where it is none. */
  text(place: Place, most: number): string {
    const { value } = place.part;
    const fits =
      typeof value === "string" && value.length >= 1 && value.length <= most && !/\p{Cc}|\p{Cf}/u.test(value);
    if (fits && findCardData(value) === undefined) return value;
    if (fits) this.complain(place, "looks as if it held card data");
    else
      this.complain(
        place,
        typeof value === "string" ? "does not fit" : "is no text",
        `1 to ${most} printable characters`,
      );
    return "";
  }

  number(place: Place, most: number): number {
    const { value } = place.part;
    if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most) return value;
    this.complain(place, `is ${quoted(place.part)}`, `a whole number from 0 to ${most}`);
    return 0;
  }

  /** The known value that `fits`; `said` is how it is asked for. */
  known<T>(place: Place, all: readonly T[], fits: (value: T) => boolean): T | undefined {
    const found = all.find(fits);
    if (found === undefined) this.complain(place, `is ${quoted(place.part)}, which is not known here`);
    return found;
  }

  /** The member, complained of when it is not there. */
  needed(place: Place, members: ReadonlyMap<string, Place>, name: string): Place | undefined {
    const found = members.get(name);
    if (!found) this.complain(place, `lacks ${name}`);
    return found;
  }
}
