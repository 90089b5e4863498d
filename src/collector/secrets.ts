/**
 * Terminals keep card data to themselves; this is for what is no terminal of ours, or an old one with a hole. Numbers are measured or
 * counted, and what is random is not looked through.
 */
import { findCardData, findDigits } from "../card-data/find.ts";
import { searchValue } from "../card-data/search.ts";
import type { TerminalIdentity } from "../model/record.ts";
import type { ReceivedBody } from "../report/received.ts";
import type { Said } from "../support/inbox.ts";

const isMeasured = (_name: string, inList: boolean): boolean => !inList;

/** Aliases may be numbers, and stand beside each other by chance: each is looked at by itself. */
function wordsOfTerminal({
  place = {},
  agentVersion,
  modem,
  dataPack,
  dataGivenUp,
}: TerminalIdentity): readonly unknown[] {
  return [agentVersion, modem, dataPack, dataGivenUp, ...Object.values(place)];
}

function suspectsOf(body: ReceivedBody, payload: Uint8Array): readonly unknown[] {
  switch (body.kind) {
    case "case":
      return [{ ...body.event.case, snapshot: body.snapshot }];
    case "attempt":
      return [body.attempt];
    case "started":
      return wordsOfTerminal(body.terminal);
    case "measures":
      return body.measures.issuers.map(({ issuer }) => issuer);
    case "command":
      return [body.update.reason, body.update.step];
    case "unknown":
      return [Buffer.from(payload).toString("latin1")];
    case "dropped":
    case "chunk":
    case "heartbeat":
      return [];
  }
}

function wordsOf(said: Said, payload: Uint8Array): readonly unknown[] {
  if (said.kind === "report") return suspectsOf(said.report.body, payload);
  if (said.kind === "birth") return wordsOfTerminal(said.birth.terminal);
  return said.kind === "faults" ? [said.faults.cases] : [];
}

/** As it came it is stored, with what was passed over in it as well. */
function holdsDigits(said: Said, payload: Uint8Array): boolean {
  const isCompressed = said.kind === "report" && said.report.body.kind === "chunk";
  return !isCompressed && findDigits(Buffer.from(payload).toString("latin1")) !== undefined;
}

export function holdsSecret(said: Said, payload: Uint8Array): boolean {
  if (holdsDigits(said, payload)) return true;
  return wordsOf(said, payload).some((suspect) =>
    typeof suspect === "string"
      ? findCardData(suspect) !== undefined
      : searchValue(suspect, { isMeasured }) !== undefined,
  );
}
