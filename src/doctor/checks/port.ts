/** The modem's port: by the agent's word while one runs, opened and asked where none does. */
import { usesPort } from "../../agent/settings.ts";
import type { ModemIdentity } from "../../at/parse/identity.ts";
import { AgentError, type ErrorCode } from "../../base/errors.ts";
import type { AgentStatus } from "../../model/view.ts";
import { nobody } from "../../modem/find-port.ts";
import { choosePort } from "../../modem/port-choice.ts";
import { generic } from "../../modem/profiles/generic.ts";
import { openSession } from "../../modem/session.ts";
import { Dialogue } from "../../probes/modem-dialogue.ts";
import { createFinder, type Finding } from "../finding.ts";
import { type Check, configOf, type Place } from "../place.ts";

const find = createFinder("port");

const nameOf = (identity: Pick<ModemIdentity, "manufacturer" | "model" | "revision">): string =>
  [identity.manufacturer, identity.model, identity.revision].filter(Boolean).join(" ") || "?";

/** Pure. What a running agent says of its port. */
export function judgeHeldPort(wanted: string, { port, answering, identity, note }: AgentStatus["modem"]): Finding {
  if (port === "unused") return find("unused", { values: { source: "app" } });
  if (port !== "open") return find("agent_fails", { values: { state: port, detail: note ?? wanted } });
  const values = { port: wanted, modem: nameOf(identity) };
  return find(answering ? "agent" : "agent_silent", { values, details: note === null ? [] : [note] });
}

const reasons: Readonly<Partial<Record<ErrorCode, "busy" | "denied" | "gone" | "silent">>> = {
  PORT_BUSY: "busy",
  PORT_DENIED: "denied",
  PORT_GONE: "gone",
  PORT_SILENT: "silent",
};

/** Pure. Why it could not be opened, or was silent. `isAgent`: whoever asks is the agent's user, or root. */
export function judgeRefusal({ code, message }: AgentError, isAgent: boolean): Finding {
  const reason = reasons[code] ?? "failed";
  if (reason === "denied" && !isAgent) return find("denied_us");
  return find(reason, { values: { detail: message.replace(/^[^:]*: /, "") } });
}

/** Opens it, asks who the modem is, and lets go. Only where nobody else has it. */
async function openAndAsk({ clock, roots }: Place, wanted: string, baudRate: number): Promise<Finding> {
  const choice = choosePort(wanted, { baudRate, clock, roots });
  const session = await openSession(choice.open, clock, nobody);
  try {
    const dialogue = new Dialogue(session);
    if (!(await dialogue.greet())) throw new AgentError("PORT_SILENT", choice.path() ?? wanted);
    await dialogue.setUp(generic);
    const note = choice.note();
    const values = { port: choice.path() ?? wanted, modem: nameOf(await dialogue.identify()) };
    return find("ok", { values, details: note === undefined ? [] : [note] });
  } finally {
    session.close();
  }
}

async function look(place: Place): Promise<Finding> {
  const config = configOf(place);
  if (!config) return find("needs_config");
  if (!usesPort(config)) return find("unused", { values: { source: config["modem.source"] } });
  const wanted = config["modem.port"] ?? "auto";
  const answer = await place.agent;
  if (answer.kind === "answer") return judgeHeldPort(wanted, answer.status.modem);
  if (answer.kind !== "absent") return find("left_alone");
  try {
    return await openAndAsk(place, wanted, config["modem.baud"]);
  } catch (error) {
    if (!(error instanceof AgentError)) throw error;
    const account = await place.account;
    const own = process.getuid?.() ?? 0;
    return judgeRefusal(error, own === 0 || (account.kind === "known" && account.uid === own));
  }
}

export const portCheck: Check = { id: "port", limitMs: 18_000, look };
