/** What the persona's tables may ask about: one flat record of the modem as it is now, values ready to be put into bytes. */
import type { Attachment } from "./attachment.ts";
import type { Persona, Value } from "./persona.ts";
import { viewRadio } from "./radio.ts";
import type { World } from "./world.ts";

export type View = Readonly<Record<string, Value>>;

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

export function viewModem({ persona, settings, world, attachment, traffic, wallMs }: ViewSources): View {
  const abroad = attachment.stat === 5 || world.registration.abroad === true;
  return {
    ...persona.values,
    ...(world.card === "other" && persona.others.card),
    ...(world.module === "other" && persona.others.module),
    ...(world.power === "brownout" && SAGGING),
    ...persona.cells[abroad ? "roaming" : "home"],
    ...settings,
    ...viewRadio(settings["cfun"] === 1 ? world.signal : "none"),
    ...viewService(world, attachment, settings["cfun"]),
    ...viewRefusal(persona, attachment),
    apn: world.apn,
    ...viewTraffic(traffic),
    ...viewTime(wallMs),
  };
}

/** The network's local time, eight hours east of Greenwich: `26/11/22,10:15:30+32`, and the same with four digits of the year. */
function viewTime(wallMs: number) {
  const local = new Date(wallMs + 8 * 3_600_000).toISOString().slice(0, 19).replaceAll("-", "/").replace("T", ",");
  return { time_4: `${local}+32`, time_2: `${local.slice(2)}+32` };
}

/** In bytes, and as the 16 hexadecimal digits of Huawei's counters. */
function viewTraffic({ sent, received }: ViewSources["traffic"]) {
  const hex = (bytes: number) => bytes.toString(16).toUpperCase().padStart(16, "0");
  return { sent, received, transferred: sent + received, sent_hex: hex(sent), received_hex: hex(received) };
}

/** `service`: normal, limited (camped, emergency calls only) or none; `activation`: what +CGACT=1,1 would come to. */
function viewService(world: World, attachment: Attachment, cfun: Value | undefined) {
  const heard = world.signal !== "none" && cfun === 1;
  const { sim, stat, registered } = attachment;
  const refused = attachment.bearerRefusal() !== undefined;
  return {
    sim,
    stat,
    bearer: attachment.bearer ? 1 : 0,
    attached: registered ? 1 : 0,
    service: !heard ? "none" : registered ? "normal" : "limited",
    activation: !registered ? "no_service" : refused ? "refused" : "allowed",
  };
}

/** `cause` is empty when the network gave none; `refused_by` says which layer refused. */
function viewRefusal(persona: Persona, attachment: Attachment) {
  const refusal = attachment.refusal();
  const cause = refusal?.cause ?? "";
  const texts = persona.cause_texts[refusal?.layer ?? "emm"];
  return {
    refused_by: refusal?.layer ?? "nobody",
    cause,
    cause_given: cause === "" ? 0 : 1,
    cause_text: texts[cause] ?? "unspecified",
    esm_cme: persona.esm_cme[attachment.bearerRefusal() ?? ""] ?? persona.values["esm_cme_other"] ?? "",
  };
}
