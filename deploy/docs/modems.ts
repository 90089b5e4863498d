/** docs/modems.md: what the tables of src/modem say, for people who have to choose, connect or debug a modem. */
import { loadPersona, personaNames } from "../../hw-sim/persona-file.ts";
import { radioParsers } from "../../src/at/parse/quality.ts";
import { huaweiUrcs } from "../../src/at/urcs/huawei.ts";
import { otherUrcs } from "../../src/at/urcs/others.ts";
import { quectelUrcs } from "../../src/at/urcs/quectel.ts";
import { simcomUrcs } from "../../src/at/urcs/simcom.ts";
import { standardUrcs } from "../../src/at/urcs/standard.ts";
import { ubloxUrcs } from "../../src/at/urcs/u-blox.ts";
import type { UrcTable } from "../../src/at/urcs/urc-table.ts";
import { identify } from "../../src/modem/identify.ts";
import { identityParts, type ProfileMatch, type VendorProfile } from "../../src/modem/profile.ts";
import { profiles } from "../../src/modem/profiles/index.ts";
import { quirks } from "../../src/modem/quirk-table.ts";
import type { Oddity } from "../../src/modem/quirks.ts";
import { layouts } from "../../src/modem/usb-layouts.ts";
import { modemDrivers, modemVendors, noModems, protocolRoles } from "../../src/modem/usb-table.ts";
import { code, codes, table } from "./markdown.ts";
import { modemsHead } from "./modems-head.ts";
import { radioReplies } from "./radio-replies.ts";

type Questions = readonly { readonly request: string }[];

const requests = (questions: Questions): string => codes(questions.map(({ request }) => request));

/** Names of the simulator's personas by the profile that fits what they say of themselves. */
function personasByProfile(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const name of personaNames()) {
    const { maker, model, revision } = loadPersona(name).values;
    const identity = {
      manufacturer: String(maker),
      model: String(model),
      revision: String(revision),
      imei: undefined,
    };
    const id = identify(identity, profiles)?.profile.id ?? "";
    found.set(id, [...(found.get(id) ?? []), name]);
  }
  return found;
}

function families(): string {
  const personas = personasByProfile();
  const rows = profiles.map(({ id, name }) => [code(id), name, codes(personas.get(id) ?? [])]);
  return `\n## Families\n\n${table(["profile", "which", "in the simulator"], rows)}`;
}

function reports(): string {
  const titles = [
    "profile",
    "radio and cell",
    "temperature",
    "supply",
    "bytes",
    "time",
    "contact of the tray",
    "ICCID",
  ];
  const rows = profiles.map(({ id, radio, temperature, voltage, traffic, time, simPresence, iccid }: VendorProfile) => [
    code(id),
    requests(radio),
    requests(temperature),
    requests(voltage),
    requests(traffic),
    requests(time),
    simPresence && code(simPresence.request),
    codes(iccid),
  ]);
  const text = "The first question that is answered with sense is kept. Nothing: this family is not known to tell it.";
  return `\n## What each family is asked\n\n${text}\n\n${table(titles, rows)}`;
}

/** Profiles that read an answer with this parser, and what they ask for it. */
function askers(parser: string): { readonly ids: readonly string[]; readonly asked: readonly string[] } {
  const found = profiles.flatMap(({ id, radio }) =>
    radio.filter((question) => question.parser === parser).map(({ request }) => ({ id, request })),
  );
  return { ids: found.map(({ id }) => id), asked: [...new Set(found.map(({ request }) => request))] };
}

const mark = (value: unknown): string => (value === undefined ? "" : "yes");

function radioValues(): string {
  const rows = Object.entries(radioParsers).map(([parser, read]) => {
    const [, reply] = Object.entries(radioReplies).find(([name]) => name === parser) ?? [];
    const { rsrpDbm, rsrqDb, sinrDb, cell } = read(reply?.info ?? []) ?? {};
    const { ids, asked } = askers(parser);
    const of = ids.length === profiles.length ? "all" : codes(ids);
    return [codes(asked), of, mark(rsrpDbm), mark(rsrqDb), mark(sinrDb), mark(cell), reply?.source];
  });
  const text = "Found out by reading one reply of a cell on LTE. The serving cell comes with the registration, too.";
  const titles = ["question", "of", "RSRP", "RSRQ", "SINR", "cell", "the reply read"];
  return `\n## What the radio questions tell\n\n${text}\n\n${table(titles, rows)}`;
}

const urcTables: readonly (readonly [makers: string, table: UrcTable])[] = [
  ["every modem (3GPP TS 27.007)", standardUrcs],
  ["Quectel", quectelUrcs],
  ["SIMCom", simcomUrcs],
  ["Huawei, MeiG", huaweiUrcs],
  ["u-blox", ubloxUrcs],
  ["Fibocom, Intel XMM, Telit, Cinterion, ZTE, Sierra, Unisoc", otherUrcs],
];

function unasked(): string {
  const rows = urcTables.map(([makers, each]) => {
    const known = Object.entries(each).filter(([, { read }]) => read !== undefined);
    const ofCard = (name: string): boolean => /sim|pin/i.test(name);
    const linesOf = (wanted: boolean): string =>
      codes(known.filter(([, { name }]) => ofCard(name) === wanted).map(([key]) => key));
    return [makers, linesOf(true), linesOf(false)];
  });
  const text = `A card that goes or comes is heard at once where the modem reports it, and else seen with the next look. These lines are
understood from every modem, whatever its family; more are known by name, so that they are not taken for a reply.`;
  return `\n## Reports that are understood\n\n${text}\n\n${table(["maker", "of the card", "of the rest"], rows)}`;
}

function ruleText(match: ProfileMatch): string {
  const parts = identityParts.flatMap((part) => (match[part] ? [`${part} ${code(String(match[part]))}`] : []));
  return parts.join(", ") || "every modem";
}

function setUpAndRestart(): string {
  const rows = profiles.map(({ id, setup, recovery }) => [
    code(id),
    setup.map((alternatives) => alternatives.map(code).join(" or ")).join(", "),
    code(recovery.reset),
  ]);
  const text = `After every start of the modem: what \`generic\` says, then the family's own. The restart is sent by the
[recovery ladder](recovery.md) only.`;
  return `\n## What is switched on, and the restart\n\n${text}\n\n${table(["profile", "set up", "restart"], rows)}`;
}

function oddityText(oddity: Oddity): string {
  switch (oddity.kind) {
    case "asked_alone":
      return `${codes(oddity.requests)} never in one line with others`;
    case "never_asked":
      return `${codes(oddity.requests)} never sent`;
    case "rest":
      return `${oddity.ms} ms between a final and the next command`;
    case "card_gone":
      return `errors ${oddity.codes.join(", ")} in answer to the ICCID question: the card is gone`;
    case "reports_elsewhere":
      return `reports may go to another port: ${codes([...new Set(oddity.requests)])} when a change of the card was missed`;
    case "doubtful_sinr":
      return `SINR of ${codes(askers(oddity.parser).asked)} not believed`;
    case "recovery":
      return [oddity.reset && `restart ${code(oddity.reset)}`, oddity.radioOff && `radio off ${code(oddity.radioOff)}`]
        .filter(Boolean)
        .join(", ");
  }
}

function quirkTable(): string {
  const rows = quirks.map((quirk) => [ruleText(quirk), oddityText(quirk.oddity), quirk.source]);
  return `\n## Quirks\n\n${table(["which", "what is odd", "source"], rows)}`;
}

function usb(): string {
  const rows = layouts.map(({ name, ids, roles, source }) => [
    name,
    codes(ids),
    Object.entries(roles)
      .map(([number, role]) => `${number} ${role}`)
      .join(", "),
    source,
  ]);
  const byProtocol = Object.entries(protocolRoles).map(([protocol, role]) => `${code(protocol)} ${role}`);
  return `
## USB interfaces

Interface number (two hexadecimal digits, \`bInterfaceNumber\`) and what its port is for.

${table(["modem", "USB ids", "interfaces", "source"], rows)}
By vendor and interface protocol, whatever the number: ${byProtocol.join(", ")}.

A device is taken for a modem by its vendor (${Object.entries(modemVendors)
    .map(([id, name]) => `${code(id)} ${name}`)
    .join(
      ", ",
    )}), by its driver (${codes([...modemDrivers])}), or by a network card on the same device. No modems: ${codes([...noModems])}.
`;
}

function recognition(): string {
  const rows = profiles.flatMap(({ id, match }) => match.map((rule) => [code(id), ruleText(rule), rule.source]));
  const text =
    "By what the modem says of itself. The rule with the most parts that fit wins; a model counts twice as much as a maker.";
  return `\n## How a family is recognised\n\n${text}\n\n${table(["profile", "rule", "source"], rows)}`;
}

export function modemsDocument(): string {
  const sections = [families, reports, radioValues, unasked, setUpAndRestart, quirkTable, usb, recognition];
  return modemsHead + sections.map((section) => section()).join("");
}
