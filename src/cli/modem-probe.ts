/** `posdiag modem probe`: which modem is it, which profile fits it and why, and what it can report. */
import type { Fields } from "../at/facts/fact.ts";
import type { ModemIdentity } from "../at/parse/identity.ts";
import { systemClock } from "../base/clock.ts";
import { AgentError } from "../base/errors.ts";
import { type Look, nobody } from "../modem/find-port.ts";
import { holderOf } from "../modem/holders.ts";
import { type Identified, identify } from "../modem/identify.ts";
import { choosePort, type PortChoice } from "../modem/port-choice.ts";
import { type ListedPort, listPorts, type Roots, rootsUnder } from "../modem/ports.ts";
import { generic } from "../modem/profiles/generic.ts";
import { profiles } from "../modem/profiles/index.ts";
import { openSession, type Session } from "../modem/session.ts";
import { layoutOf } from "../modem/usb-table.ts";
import { Dialogue } from "../probes/modem-dialogue.ts";
import { readArguments, usageError } from "./arguments.ts";
import { readSpeed } from "./at-speed.ts";
import type { Command } from "./command.ts";
import { type Inquiry, inquire, masked } from "./modem-inquiry.ts";
import { table } from "./table.ts";

const help = `Usage: posdiag modem probe [PORT|auto] [--baud N] [--json]

Says which modem is there: its port and how it was found, what it calls itself, which profile fits and why, every question
of that profile with its answer and the time it took, and the modem's other ports. Identities are shown by their last four
characters. Stop the agent first: two programs on one port read each other's answers. It switches echo off and reports on, as
the agent does, and changes nothing else.

Without PORT the port is searched for: USB ports of modems, the most promising first, until one answers AT. Nothing is sent
to devices that may be no modem, and nothing to ports that another program has open.

Options:
  --baud N     speed in bit/s (default: 115200)
  --json       one JSON object instead of a table
  -h, --help   this text

POSDIAG_ROOT in the environment is a folder whose sys, dev and proc are looked at in place of this machine's, as the
simulator makes one.

Example:
  posdiag modem probe --json | jq .profile

Exit codes: 0 found, 64 wrong use, 69 no port answers AT, 74 the port failed, 75 another program holds it, 77 no permission
`;

interface OtherPort {
  readonly port: ListedPort;
  readonly verdict: string | undefined;
  readonly holder: string | undefined;
}

interface Probed {
  readonly path: string;
  readonly note: string | undefined;
  readonly identity: ModemIdentity;
  readonly identified: Identified | undefined;
  readonly inquiries: readonly Inquiry[];
  readonly ports: readonly OtherPort[];
}

/** @throws AgentError PORT_SILENT with what came instead of answers */
async function greet(session: Session, wanted: string): Promise<Dialogue> {
  const dialogue = new Dialogue(session);
  if (await dialogue.greet()) return dialogue;
  const { nmea, binary } = session.counts;
  const instead = nmea > 0 ? "; it sends GPS data (NMEA)" : binary > 0 ? "; it sends what is no text" : "";
  throw new AgentError("PORT_SILENT", `${wanted}${instead}; try the modem's other ports, or auto`);
}

async function otherPorts(looks: readonly Look[], roots: Roots): Promise<readonly OtherPort[]> {
  const ports = await listPorts(roots);
  return Promise.all(
    ports.map(async (port) => {
      const holder = await holderOf(port.path, roots);
      const verdict = looks.find((look) => look.port.path === port.path)?.verdict;
      return { port, verdict, holder: holder && `${holder.program} (pid ${holder.pid})` };
    }),
  );
}

async function probe(wanted: string, choice: PortChoice, roots: Roots): Promise<Probed> {
  const session = await openSession(choice.open, systemClock, nobody);
  try {
    const dialogue = await greet(session, wanted);
    await dialogue.setUp(generic);
    const identity = await dialogue.identify();
    const identified = identify(identity, profiles);
    const inquiries = await inquire(session, identified?.profile ?? generic, systemClock);
    const ports = await otherPorts(choice.looks(), roots);
    return { path: choice.path() ?? wanted, note: choice.note(), identity, identified, inquiries, ports };
  } finally {
    session.close();
  }
}

function portObject({ port, verdict, holder }: OtherPort): Fields {
  const { path, role, kind, key, usb } = port;
  return { path, role, kind, verdict, holder, key, usb_id: usb?.id, interface: usb?.number, product: usb?.product };
}

function jsonOf({ path, note, identity, identified, inquiries, ports }: Probed): string {
  const { manufacturer, model, revision, imei } = identity;
  const { profile, reason } = identified ?? {};
  return `${JSON.stringify({
    port: path,
    note,
    identity: { manufacturer, model, revision, imei: imei && masked(imei) },
    profile: { id: profile?.id, name: profile?.name, reason },
    questions: inquiries,
    ports: ports.map(portObject),
  })}\n`;
}

function valueText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function inquiryRow({ about, request, result, cme, ms, said }: Inquiry): readonly string[] {
  const values = Object.entries(said).map(([key, value]) => `${key} ${valueText(value)}`);
  const how = cme === undefined ? result.replace("_", " ") : `${result} (${cme})`;
  return [about, request, how, result === "needs_sim" ? "" : `${ms} ms`, values.join(", ")];
}

function portRow({ port, verdict, holder }: OtherPort): readonly string[] {
  const { path, role, kind, usb } = port;
  const name = usb && (layoutOf(usb.id)?.name ?? usb.product ?? "");
  const place = usb ? `${usb.id} interface ${usb.number}` : "radio daemon";
  return [path, kind === "modem" ? role : kind, verdict ?? "", holder ?? "", place, name ?? ""];
}

function textOf({ path, note, identity, identified, inquiries, ports }: Probed): string {
  const { manufacturer, model, revision, imei } = identity;
  return [
    `${[manufacturer, model, revision].filter(Boolean).join(" ") || "a modem that does not say who it is"}\n`,
    table([
      ["port", path],
      ...(note === undefined ? [] : [["", note]]),
      ["IMEI", imei === undefined ? "not told" : masked(imei)],
      ["profile", `${identified?.profile.id}: ${identified?.reason}`],
    ]),
    "\nWhat it reports\n",
    table(inquiries.map(inquiryRow)),
    ports.length === 0 ? "" : `\nPorts\n${table(ports.map(portRow))}`,
  ].join("");
}

export const modemProbeCommand: Command = {
  name: "modem probe",
  summary: "find the modem, and say what it can report",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments("modem probe", {
      args: [...args],
      options: { baud: { type: "string" }, json: { type: "boolean" } },
      allowPositionals: true,
    });
    const [wanted = "auto", ...more] = positionals;
    if (more.length > 0) throw usageError("modem probe", "at most one port is taken");
    const roots = rootsUnder(io.env["POSDIAG_ROOT"]);
    const choice = choosePort(wanted, { baudRate: readSpeed("modem probe", values.baud), clock: systemClock, roots });
    const probed = await probe(wanted, choice, roots);
    io.out((values.json ? jsonOf : textOf)(probed));
    return 0;
  },
};
