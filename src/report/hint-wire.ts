/** Hints of support: to the wire and back. What cannot be meant is no hint; whether it is believed the terminal decides. */
import { AgentError } from "../base/errors.ts";
import { type Concern, concernNames, type Figure, type Hint, mostFigures } from "../model/hint.ts";
import { uint32Max, whole } from "./range.ts";
import { identifier, isIdentifier } from "./redact.ts";
import { posdiag } from "./wire.js";

type WireHint = posdiag.v1.Hint.$Properties;

const idPattern = /^[0-9a-f]{16}$/;

function idBytes(id: string): Uint8Array {
  if (!idPattern.test(id)) throw new AgentError("RECORD_INVALID", "hint id is not 16 hexadecimal digits");
  return Buffer.from(id, "hex");
}

function figureToWire({ signal, value }: Figure): posdiag.v1.Figure.$Properties {
  if (typeof value === "string") return { signal: identifier("signal", signal), word: identifier("figure", value) };
  const percentE1 = whole("figure", Math.round(value * 10), [0, 1_000]);
  return { signal: identifier("signal", signal), percentE1 };
}

function concernToWire(concerns: Concern): Concern {
  const said = concernNames.flatMap((name) => {
    const text = concerns[name];
    return text === undefined ? [] : [[name, identifier(name, text)] as const];
  });
  return Object.fromEntries(said);
}

/** RECORD_INVALID for what no terminal would take. */
export function encodeHint(hint: Hint): Uint8Array {
  const { tenant, id, issuedS, untilS, concerns, confidence, figures } = hint;
  whole("figures", figures.length, [1, mostFigures]);
  return posdiag.v1.Hint.encode({
    tenant: identifier("tenant", tenant),
    id: idBytes(id),
    issuedS: whole("issued", issuedS, [1, uint32Max]),
    untilS: whole("until", untilS, [1, uint32Max]),
    ...concernToWire(concerns),
    confidenceE4: whole("confidence", Math.round(confidence * 10_000), [0, 10_000]),
    figures: figures.map(figureToWire),
  }).finish();
}

function figureFromWire({ signal, percentE1, word }: posdiag.v1.Figure.$Properties): Figure | undefined {
  if (!isIdentifier(signal ?? "")) return undefined;
  const isWord = typeof word === "string";
  const isNumber = typeof percentE1 === "number";
  if (isWord === isNumber) return undefined;
  return { signal: signal ?? "", value: isWord ? word : (percentE1 ?? 0) / 10 };
}

/** Undefined where one is there that cannot be an alias: to leave it away would widen whom the hint concerns. */
function concernFromWire(hint: WireHint): Concern | undefined {
  const said = concernNames.flatMap((name) => (hint[name] ? [[name, hint[name]] as const] : []));
  return said.every(([, text]) => isIdentifier(text)) ? Object.fromEntries(said) : undefined;
}

export function hintFromWire(hint: WireHint): Hint | undefined {
  const { tenant, issuedS, untilS, confidenceE4 } = hint;
  const id = hint.id?.length === 8 ? Buffer.from(hint.id).toString("hex") : undefined;
  const concerns = concernFromWire(hint);
  const said = hint.figures ?? [];
  const figures = said.slice(0, mostFigures).flatMap((figure) => figureFromWire(figure) ?? []);
  const isWhole = figures.length === said.length && figures.length > 0 && (confidenceE4 ?? 0) <= 10_000;
  if (id === undefined || !concerns || !issuedS || !untilS || !isWhole) return undefined;
  return { tenant: tenant ?? "", id, issuedS, untilS, concerns, confidence: (confidenceE4 ?? 0) / 10_000, figures };
}
