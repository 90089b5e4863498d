/** Oddities of single modems in a pack: the same kinds as in our own table. */
import type { Oddity, Quirk } from "../../modem/quirks.ts";
import { matchNames, takeMatch } from "./match.ts";
import { takeRequests } from "./profiles.ts";
import type { Place, Reader } from "./reader.ts";
import { askedRequests, radioOffRequests, radioQuestions, reportRequests, resetRequests } from "./slots.ts";

const mostQuirks = 128;
const mostRestMs = 2_000;
/** 3GPP TS 27.007 9.2 ends below. */
const mostCode = 999;
const mostCodes = 16;

interface Said {
  readonly reader: Reader;
  readonly place: Place;
  member(name: string): Place | undefined;
}

interface Kind {
  readonly names: readonly string[];
  /** Undefined where something is wrong. */
  take(said: Said): Oddity | undefined;
}

const requests = (kind: "asked_alone" | "never_asked" | "reports_elsewhere", known: typeof askedRequests): Kind => ({
  names: ["requests"],
  take: ({ reader, member }) => {
    const place = member("requests");
    return place && { kind, requests: takeRequests(reader, place, known) };
  },
});

const kinds: Readonly<Record<Oddity["kind"], Kind>> = {
  asked_alone: requests("asked_alone", askedRequests),
  never_asked: requests("never_asked", askedRequests),
  reports_elsewhere: requests("reports_elsewhere", reportRequests),
  rest: {
    names: ["ms"],
    take: ({ reader, member }) => {
      const place = member("ms");
      return place && { kind: "rest", ms: reader.number(place, mostRestMs) };
    },
  },
  card_gone: {
    names: ["codes"],
    take: ({ reader, member }) => {
      const place = member("codes");
      return (
        place && {
          kind: "card_gone",
          codes: reader.items(place, mostCodes).map((each) => reader.number(each, mostCode)),
        }
      );
    },
  },
  doubtful_sinr: {
    names: ["parser"],
    take: ({ reader, member }) => {
      const place = member("parser");
      const found = place && reader.known(place, radioQuestions, ({ parser }) => parser === place.part.value);
      return found && { kind: "doubtful_sinr", parser: found.parser };
    },
  },
  recovery: {
    names: ["reset", "radio_off"],
    take: ({ reader, place, member }) => {
      const [reset, off] = [member("reset"), member("radio_off")];
      if (!reset && !off) reader.complain(place, "lacks reset and radio_off");
      const [start] = reset ? [reader.known(reset, resetRequests, (each) => each === reset.part.value)] : [];
      const [radioOff] = off ? [reader.known(off, radioOffRequests, (each) => each === off.part.value)] : [];
      return { kind: "recovery", ...(start && { reset: start }), ...(radioOff && { radioOff }) };
    },
  },
};

function isKind(word: unknown): word is Oddity["kind"] {
  return typeof word === "string" && Object.hasOwn(kinds, word);
}

function takeQuirk(reader: Reader, place: Place): readonly Quirk[] {
  const named = place.part.members?.find(({ name }) => name === "kind")?.value;
  if (!isKind(named)) {
    reader.complain(place, "has no kind that is known", Object.keys(kinds).join(", "));
    return [];
  }
  const kind = kinds[named];
  const members = reader.members(place, [...matchNames, "kind", ...kind.names]);
  const optional = named === "recovery";
  const member = (name: string) => (optional ? members.get(name) : reader.needed(place, members, name));
  const oddity = kind.take({ reader, place, member });
  const match = takeMatch(reader, place, members);
  return oddity ? [{ ...match, oddity }] : [];
}

export function takeQuirks(reader: Reader, place: Place): readonly Quirk[] {
  return reader.items(place, mostQuirks).flatMap((each) => takeQuirk(reader, each));
}
