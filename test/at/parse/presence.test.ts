import { type PresenceParser, presenceParsers } from "../../../src/at/parse/presence.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("presence of a card");

/** Lines of the makers' manuals and, for #QSS, of ModemManager's tests. */
const lines: readonly (readonly [parser: PresenceParser, line: string, inserted: boolean | undefined])[] = [
  ["qsimstat", "+QSIMSTAT: 1,1", true],
  ["qsimstat", "+QSIMSTAT: 1,0", false],
  ["qsimstat", "+QSIMSTAT: 1,2", undefined],
  // Not looked at: then it says 0 whether there is a card or not.
  ["qsimstat", "+QSIMSTAT: 0,0", undefined],
  ["qss", "#QSS: 0,1", true],
  ["qss", "#QSS: 2,3", true],
  ["qss", "#QSS: 1,0", false],
  ["qss", "#QSS: 0", undefined],
  ["scks", "^SCKS: 1,1", true],
  ["scks", "^SCKS: 1,0", false],
  ["scks", "^SCKS: 1,5", true],
  ["scks", "^SCKS: 0", undefined],
  ["scks", "", undefined],
  ["qss", "#QSS: (0-2)", undefined],
];
for (const [parser, line, inserted] of lines) {
  test(`${parser} reads ${JSON.stringify(line)} as ${inserted}`, () => {
    assert.is(presenceParsers[parser]([line]), inserted);
  });
}

test.run();
