import { ratOfName } from "../../../src/at/parse/radio-cell.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("technologies by name");

const names: readonly (readonly [name: string, rat: string | undefined])[] = [
  ["LTE", "lte"],
  ["LTE CAT-M1", "lte"],
  ["LTE-NR", "lte"],
  ["EN-DC", "lte"],
  ["FDD LTE", "lte"],
  ["eMTC", "lte"],
  ["NR5G_SA", "nr"],
  ["NR-5GC", "nr"],
  ["5G", "nr"],
  ["WCDMA", "wcdma"],
  ["TD-SCDMA", "wcdma"],
  ["HSDPA+ and HSUPA", "wcdma"],
  ["UMTS", "wcdma"],
  ["GPRS/EDGE", "gsm"],
  ["GSM", "gsm"],
  ["NO SERVICE", "none"],
  ["NOSERVICE", "none"],
  ["No Service", "none"],
  ["CDMA", undefined],
  ["", undefined],
];
for (const [name, rat] of names) test(`"${name}" is ${rat ?? "not known"}`, () => assert.is(ratOfName(name), rat));

test.run();
