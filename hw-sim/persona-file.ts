/** Reads a persona from its files: a head and the parts it lists. */
import { readFileSync } from "node:fs";
import type { Answer, Persona } from "./persona.ts";
import { checkPersona } from "./persona-check.ts";

/** Loads `personas/<name>.json` and the parts it lists. Throws one error that names everything wrong with it. */
export function loadPersona(name: string): Persona {
  const folder = new URL("./personas/", import.meta.url);
  const { parts = [], ...head } = readJson(new URL(`${name}.json`, folder));
  let persona: Persona = { answers: [], unsolicited: [], ...head };
  for (const part of parts) {
    const { delay_ms, answers = [], unsolicited = [], about: _, ...rest } = readJson(new URL(part, folder));
    const timed: readonly Answer[] = answers.map((answer: Partial<Answer>) => ({ delay_ms, ...answer }));
    persona = {
      ...persona,
      ...rest,
      answers: [...persona.answers, ...timed],
      unsolicited: [...persona.unsolicited, ...unsolicited],
    };
  }
  const problems = checkPersona(persona);
  if (problems.length > 0) throw new Error(`persona ${name}:\n  ${problems.join("\n  ")}`);
  return persona;
}

function readJson(url: URL) {
  return JSON.parse(readFileSync(url, "utf8"));
}
