/** Which terminal it is and where it stands: to the wire and back. */
import type { Place, TerminalIdentity } from "../model/record.ts";
import { identifier, isIdentifier, maskedText } from "./redact.ts";
import type { posdiag } from "./wire.js";

type WireTerminal = posdiag.v1.Terminal.$Properties;

const placeNames = ["shop", "region", "acquirer", "carrier"] as const satisfies readonly (keyof Place)[];

function placeToWire(place: Place): Place {
  const said = placeNames.flatMap((name) => {
    const text = place[name];
    return text === undefined ? [] : [[name, identifier(name, text)] as const];
  });
  return Object.fromEntries(said);
}

/** What is no alias is as if it had not been said: terminals are compared by it. */
function placeFromWire(terminal: WireTerminal): { readonly place?: Place } {
  const said = placeNames.flatMap((name) => {
    const text = terminal[name] ?? "";
    return isIdentifier(text) ? [[name, text] as const] : [];
  });
  return said.length === 0 ? {} : { place: Object.fromEntries(said) };
}

type Standing = Pick<TerminalIdentity, "dataPack" | "dataGivenUp" | "configFellBack">;

function standingToWire({ dataPack, dataGivenUp, configFellBack }: Standing): WireTerminal {
  return {
    ...(dataPack === undefined ? {} : { dataPack: identifier("data pack", dataPack) }),
    ...(dataGivenUp === undefined ? {} : { dataGivenUp: identifier("data pack", dataGivenUp) }),
    ...(configFellBack && { configFellBack }),
  };
}

function standingFromWire({ dataPack, dataGivenUp, configFellBack }: WireTerminal): Standing {
  return {
    ...(dataPack && isIdentifier(dataPack) && { dataPack }),
    ...(dataGivenUp && isIdentifier(dataGivenUp) && { dataGivenUp }),
    ...(configFellBack && { configFellBack }),
  };
}

export function terminalToWire(terminal: TerminalIdentity): WireTerminal {
  return {
    tenant: identifier("tenant", terminal.tenant),
    serial: identifier("serial", terminal.serial),
    agentVersion: identifier("agent version", terminal.agentVersion),
    catalogueHash: terminal.catalogueHash === "" ? "" : identifier("catalogue hash", terminal.catalogueHash),
    modemManufacturer: maskedText(terminal.modem.manufacturer),
    modemModel: maskedText(terminal.modem.model),
    modemRevision: maskedText(terminal.modem.revision),
    ...placeToWire(terminal.place ?? {}),
    ...standingToWire(terminal),
  };
}

export function terminalFromWire(terminal: WireTerminal): TerminalIdentity {
  return {
    tenant: terminal.tenant ?? "",
    serial: terminal.serial ?? "",
    agentVersion: terminal.agentVersion ?? "",
    catalogueHash: terminal.catalogueHash ?? "",
    modem: {
      manufacturer: terminal.modemManufacturer ?? "",
      model: terminal.modemModel ?? "",
      revision: terminal.modemRevision ?? "",
    },
    ...placeFromWire(terminal),
    ...standingFromWire(terminal),
  };
}
