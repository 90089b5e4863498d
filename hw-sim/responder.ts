/** A request line and the modem as it is → bytes, by looking them up in the persona. No parser: the line matches exactly. */
import type { Answer, Condition, Persona, Range, UnsolicitedLine, Value } from "./persona.ts";
import type { View } from "./view.ts";

export interface Responder {
  /** The first entry for this line whose condition holds; undefined for what the modem does not know. */
  find(line: string, view: View): Answer | undefined;
  /** The bytes of an answer; of ERROR when there is no entry. */
  render(answer: Answer | undefined, view: View): string;
  /** What an answer tells, without the final result; undefined when it fails. */
  told(answer: Answer | undefined, view: View): string | undefined;
  /** The unsolicited lines of an event that the modem's settings let through, with their bytes. */
  unsolicited(event: string, view: View): ReadonlyArray<{ readonly bytes: string; readonly after_ms: Range }>;
}

export function createResponder(persona: Persona): Responder {
  const answers = group(persona.answers);
  const find = (line: string, view: View) => answers.get(line)?.find(({ when }) => holds(when, view));
  return {
    // V.250 §5.4.1: command names may come in either case; what stands in quotes may not be changed.
    find: (line, view) => find(line, view) ?? (line.includes('"') ? undefined : find(line.toUpperCase(), view)),
    render: (answer, view) => {
      if (!answer) return finalResult(persona, "ERROR", view);
      const final =
        answer.cme === undefined
          ? finalResult(persona, answer.final ?? "OK", view)
          : cmeResult(persona, fill(String(answer.cme), view), view);
      return joined(information(fill(answer.reply ?? "", view), view), final, view);
    },
    told: (answer, view) => {
      const succeeds = answer !== undefined && answer.cme === undefined && (answer.final ?? "OK") === "OK";
      return succeeds ? information(fill(answer.reply ?? "", view), view) : undefined;
    },
    unsolicited: (event, view) =>
      persona.unsolicited
        .filter((line: UnsolicitedLine) => line.event === event && holds(line.when, view))
        .map(({ bytes, after_ms }) => ({ bytes: information(fill(bytes, view), view), after_ms })),
  };
}

function group(answers: readonly Answer[]): Map<string, Answer[]> {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) groups.set(answer.request, [...(groups.get(answer.request) ?? []), answer]);
  return groups;
}

function holds(when: Condition | undefined, view: View): boolean {
  return Object.entries(when ?? {}).every(([key, wanted]) => {
    const value = view(key);
    return value !== undefined && (isList(wanted) ? wanted.includes(value) : wanted === value);
  });
}

function isList(wanted: Value | readonly Value[]): wanted is readonly Value[] {
  return Array.isArray(wanted);
}

function fill(text: string, view: View): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(view(key) ?? ""));
}

/** V.250 §6.2.6: with ATV0 information text has no leading line end. */
function information(text: string, view: View): string {
  return view("verbose") === 0 && text.startsWith("\r\n") ? text.slice(2) : text;
}

/** Modules of Neoway put no empty line between the last line of information and the result code (corpus mysysinfo-001). */
function joined(told: string, final: string, view: View): string {
  const close = view("verbose") !== 0 && view("blank_before_final") === 0 && told !== "" && final.startsWith("\r\n");
  return close ? told + final.slice(2) : told + final;
}

function finalResult(persona: Persona, name: string, view: View): string {
  const final = persona.finals[name];
  return (view("verbose") === 0 ? final?.short : final?.long) ?? "";
}

/** TS 27.007 §9.1: +CMEE decides between a bare ERROR, the number and the words. */
function cmeResult(persona: Persona, number: string, view: View): string {
  const cmee = view("cmee");
  if (cmee === 0) return finalResult(persona, "ERROR", view);
  const told = cmee === 2 ? (persona.cme_texts[number] ?? "unknown error") : number;
  return `\r\n+CME ERROR: ${told}\r\n`;
}
