/** Whether a card is in the tray: what detect contacts say, each family in its own words. Profiles name these parsers. */
import { allFieldsOf, integerOf } from "../fields.ts";

/** <mode>,<inserted>, and nothing is told where the contact is not looked at or does not know yet. */
function byMode(name: string, info: readonly string[], states: Readonly<Record<number, boolean>>): boolean | undefined {
  const fields = allFieldsOf(info, name).find(({ length }) => length >= 2);
  const state = integerOf(fields?.[1]);
  return state === undefined ? undefined : states[state];
}

export const presenceParsers = {
  /** +QSIMSTAT: <enable>,<inserted>; a contact that is not enabled says 0 for ever (EC2x manual 5.12). */
  qsimstat: (info) => {
    const fields = allFieldsOf(info, "+QSIMSTAT")[0];
    return integerOf(fields?.[0]) === 1 ? byMode("+QSIMSTAT", info, { 0: false, 1: true }) : undefined;
  },
  /** #QSS: <mode>,<status>; 0 not inserted, 1 inserted, 2 and 3 on the way to ready (Telit LE910 AT manual). */
  qss: (info) => byMode("#QSS", info, { 0: false, 1: true, 2: true, 3: true }),
  /** ^SCKS: <mode>,<status>; 0 no card, 1 a card, 5 a card in a wrong state (Cinterion AT manual). */
  scks: (info) => byMode("^SCKS", info, { 0: false, 1: true, 5: true }),
} as const satisfies Record<string, (info: readonly string[]) => boolean | undefined>;

export type PresenceParser = keyof typeof presenceParsers;
