/** Families of modems in a pack: like one that is known, but for what is said. */
import type { KnownRequest } from "../../at/commands.ts";
import type { Question, VendorProfile } from "../../modem/profile.ts";
import { profiles } from "../../modem/profiles/index.ts";
import { matchNames, takeMatch } from "./match.ts";
import type { Place, Reader } from "./reader.ts";
import {
  iccidRequests,
  presenceQuestions,
  radioOffRequests,
  radioQuestions,
  resetRequests,
  setupRequests,
  temperatureQuestions,
  timeQuestions,
  trafficQuestions,
  voltageQuestions,
} from "./slots.ts";

const mostProfiles = 32;
const mostEntries = 16;

const names = [
  ...["id", "name", "like", "match", "setup", "radio", "iccid", "sim_presence"],
  ...["temperature", "voltage", "traffic", "time", "reset", "radio_off"],
] as const;

function takeRequest(reader: Reader, place: Place, known: readonly KnownRequest[]): KnownRequest | undefined {
  return reader.known(place, known, (request) => request === place.part.value);
}

export function takeRequests(reader: Reader, place: Place, known: readonly KnownRequest[]): readonly KnownRequest[] {
  return reader.items(place, mostEntries).flatMap((each) => takeRequest(reader, each, known) ?? []);
}

/** `{"request","parser"}`, as one of our own profiles has it. */
function takeQuestion<P extends string>(reader: Reader, place: Place, known: readonly Question<P>[]) {
  const members = reader.members(place, ["request", "parser"]);
  const said = (name: string): unknown => members.get(name)?.part.value;
  return reader.known(place, known, ({ request, parser }) => request === said("request") && parser === said("parser"));
}

function takeQuestions<P extends string>(reader: Reader, place: Place, known: readonly Question<P>[]) {
  return reader.items(place, mostEntries).flatMap((each) => takeQuestion(reader, each, known) ?? []);
}

type Members = ReadonlyMap<string, Place>;

/** What is said of the questions; what is not said is left away. */
function takeParts(reader: Reader, members: Members): Partial<VendorProfile> {
  const [setup, iccid, presence] = [members.get("setup"), members.get("iccid"), members.get("sim_presence")];
  const asked = <P extends string>(name: string, known: readonly Question<P>[]) => {
    const place = members.get(name);
    return place && takeQuestions(reader, place, known);
  };
  const said = {
    setup: setup && reader.items(setup, mostEntries).map((each) => takeRequests(reader, each, setupRequests)),
    iccid: iccid && takeRequests(reader, iccid, iccidRequests),
    simPresence: presence && takeQuestion(reader, presence, presenceQuestions),
    radio: asked("radio", radioQuestions),
    temperature: asked("temperature", temperatureQuestions),
    voltage: asked("voltage", voltageQuestions),
    traffic: asked("traffic", trafficQuestions),
    time: asked("time", timeQuestions),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function takeRecovery(reader: Reader, members: Members): Partial<VendorProfile["recovery"]> {
  const [reset, radioOff] = [members.get("reset"), members.get("radio_off")];
  const said = {
    reset: reset && takeRequest(reader, reset, resetRequests),
    radioOff: radioOff && takeRequest(reader, radioOff, radioOffRequests),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function takeId(reader: Reader, place: Place): string {
  const id = reader.text(place, 32);
  if (!/^[a-z][a-z0-9-]*$/.test(id) || id === "generic")
    reader.complain(place, "is no name for a profile", "a-z 0-9 -, not generic");
  return id;
}

function takeProfile(reader: Reader, place: Place): readonly VendorProfile[] {
  const members = reader.members(place, names);
  const [id, name, like, match] = ["id", "name", "like", "match"].map((each) => reader.needed(place, members, each));
  const base = like && reader.known(like, profiles, (each) => each.id === like.part.value);
  const own = { ...takeParts(reader, members), recovery: takeRecovery(reader, members) };
  const matches = match ? reader.items(match, mostEntries) : [];
  const rules = matches.map((each) => takeMatch(reader, each, reader.members(each, matchNames)));
  if (!id || !name || !base) return [];
  const called = { id: takeId(reader, id), name: reader.text(name, 80) };
  return [{ ...base, ...own, ...called, match: rules, recovery: { ...base.recovery, ...own.recovery } }];
}

export function takeProfiles(reader: Reader, place: Place): readonly VendorProfile[] {
  const found = reader.items(place, mostProfiles).flatMap((each) => takeProfile(reader, each));
  if (new Set(found.map(({ id }) => id)).size < found.length) reader.complain(place, "names a profile twice");
  return found;
}
