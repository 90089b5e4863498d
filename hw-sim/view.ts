/** What the persona's tables may ask about: the modem as it is now, by key, values ready to be put into bytes. */
import type { Attachment } from "./attachment.ts";
import type { Persona, Value } from "./persona.ts";
import { RADIO_KEYS, viewRadio } from "./radio.ts";
import type { World } from "./world.ts";

/** The value of a key; undefined for what nobody tells. Worked out when it is asked for: an answer needs a few of a hundred. */
export type View = (key: string) => Value | undefined;

export interface ViewSources {
  readonly persona: Persona;
  readonly settings: Readonly<Record<string, Value>>;
  readonly world: World;
  readonly attachment: Attachment;
  /** Bytes through the bearer since power-on. */
  readonly traffic: { readonly sent: number; readonly received: number };
  readonly wallMs: number;
}

/** What the supply reads while it gives way under load; the modules here want 3.3 or 3.4 V at least. */
const SAGGING = { millivolt: 3_284, centivolts: 328, volts: "3.284" };

/** As it is until something happens to the modem: to be asked at once, and not kept. */
export function viewModem(now: ViewSources): View {
  const tables = tablesOf(now);
  return (key) => {
    const live = LIVE.get(key);
    if (live) return live(now);
    return tables.find((table) => table[key] !== undefined)?.[key];
  };
}

/** What stands in tables, first what goes before the rest. */
function tablesOf({ persona, settings, world, attachment }: ViewSources): readonly Readonly<Record<string, Value>>[] {
  const abroad = attachment.stat === 5 || world.registration.abroad === true;
  return [
    settings,
    persona.cells[abroad ? "roaming" : "home"],
    ...(world.power === "brownout" ? [SAGGING] : []),
    ...(world.module === "other" ? [persona.others.module] : []),
    ...(world.card === "other" ? [persona.others.card] : []),
    persona.values,
  ];
}

type Live = Readonly<Record<string, (now: ViewSources) => Value | undefined>>;

/** `service`: normal, limited (camped, emergency calls only) or none; `activation`: what +CGACT=1,1 would come to. */
const SERVICE: Live = {
  sim: ({ attachment }) => attachment.sim,
  stat: ({ attachment }) => attachment.stat,
  bearer: ({ attachment }) => (attachment.bearer ? 1 : 0),
  attached: ({ attachment }) => (attachment.registered ? 1 : 0),
  service: ({ world, settings, attachment }) => {
    const heard = world.signal !== "none" && settings["cfun"] === 1;
    return !heard ? "none" : attachment.registered ? "normal" : "limited";
  },
  activation: ({ attachment }) => {
    if (!attachment.registered) return "no_service";
    return attachment.bearerRefusal() !== undefined ? "refused" : "allowed";
  },
  apn: ({ world }) => world.apn,
};

const causeOf = (attachment: Attachment): number | "" => attachment.refusal()?.cause ?? "";

/** `cause` is empty when the network gave none; `refused_by` says which layer refused. */
const REFUSAL: Live = {
  refused_by: ({ attachment }) => attachment.refusal()?.layer ?? "nobody",
  cause: ({ attachment }) => causeOf(attachment),
  cause_given: ({ attachment }) => (causeOf(attachment) === "" ? 0 : 1),
  cause_text: ({ persona, attachment }) =>
    persona.cause_texts[attachment.refusal()?.layer ?? "emm"][causeOf(attachment)] ?? "unspecified",
  esm_cme: ({ persona, attachment }) =>
    persona.esm_cme[attachment.bearerRefusal() ?? ""] ?? persona.values["esm_cme_other"] ?? "",
};

const hex = (bytes: number): string => bytes.toString(16).toUpperCase().padStart(16, "0");

/** In bytes, and as the 16 hexadecimal digits of Huawei's counters. */
const TRAFFIC: Live = {
  sent: ({ traffic }) => traffic.sent,
  received: ({ traffic }) => traffic.received,
  transferred: ({ traffic }) => traffic.sent + traffic.received,
  sent_hex: ({ traffic }) => hex(traffic.sent),
  received_hex: ({ traffic }) => hex(traffic.received),
};

/** The network's local time, eight hours east of Greenwich: `2026/11/22,10:15:30+32`. */
function localTime(wallMs: number): string {
  const local = new Date(wallMs + 8 * 3_600_000).toISOString().slice(0, 19);
  return `${local.replaceAll("-", "/").replace("T", ",")}+32`;
}

/** With four digits of the year, and with two. */
const TIME: Live = {
  time_4: ({ wallMs }) => localTime(wallMs),
  time_2: ({ wallMs }) => localTime(wallMs).slice(2),
};

const radioOf = ({ settings, world }: ViewSources) => viewRadio(settings["cfun"] === 1 ? world.signal : "none");
const RADIO: Live = Object.fromEntries(RADIO_KEYS.map((key) => [key, (now: ViewSources) => radioOf(now)[key]]));

/** What the simulator itself tells; it goes before everything that stands in a table. */
const LIVE = new Map(Object.entries({ ...RADIO, ...SERVICE, ...REFUSAL, ...TRAFFIC, ...TIME }));
