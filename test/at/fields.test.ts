import {
  fieldsOf,
  hexadecimalOf,
  integerOf,
  measuredOf,
  numbersOf,
  prefixOf,
  splitFields,
  textOf,
} from "../../src/at/fields.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("at fields");

test("commas in quotes and brackets do not split, gaps stay, quotes stay", () => {
  assert.equal(splitFields('1,"a,b",,2'), ["1", '"a,b"', "", "2"]);
  assert.equal(splitFields('(1,"a,b",0),(2),,(0-4)'), ['(1,"a,b",0)', "(2)", "", "(0-4)"]);
  assert.equal(splitFields(""), [""]);
});

test("an unclosed quote or bracket takes the rest and harms nothing", () => {
  assert.equal(splitFields('1,"a,b'), ["1", '"a,b']);
  assert.equal(splitFields("1,(a,b"), ["1", "(a,b"]);
  assert.equal(splitFields("1),2"), ["1)", "2"]);
});

test("a name is known by its colon, in any case, with any vendor's mark", () => {
  assert.is(prefixOf("+csq: 1"), "+CSQ");
  assert.is(prefixOf("^NDISSTATQry:1"), "^NDISSTATQRY");
  assert.is(prefixOf("$MYCCID : 1"), "$MYCCID");
  assert.is(prefixOf("+PBREADY"), undefined);
  assert.is(prefixOf("Quectel"), undefined);
  assert.is(fieldsOf("+CSQ: 1,2", "+CESQ"), undefined);
});

test("numbers are whole, in range, or not known", () => {
  assert.is(integerOf('"42"'), 42);
  assert.is(integerOf("4 2"), undefined);
  assert.is(integerOf("99999999999999999999"), undefined);
  assert.is(hexadecimalOf("760BF0114"), 31_687_901_460);
  assert.is(hexadecimalOf("0x5A1E"), 23_070);
  assert.is(hexadecimalOf("XYZ"), undefined);
  assert.is(measuredOf("-9.4", -20, 0), -9.4);
  assert.is(measuredOf("-32768", -157, -31), undefined);
  assert.is(measuredOf("-", -157, -31), undefined);
});

test("a group of a test form is the numbers that it stands for, and never too many", () => {
  assert.equal(numbersOf("(0,1,4-6)"), [0, 1, 4, 5, 6]);
  assert.equal(numbersOf("( 1 )"), [1]);
  assert.equal(numbersOf("(1-0),x"), []);
  assert.equal(numbersOf(undefined), []);
  assert.is(numbersOf("(0-99999)").length, 256);
});

test("a dash and an empty pair of quotes are no text", () => {
  assert.is(textOf('"-"'), undefined);
  assert.is(textOf('""'), undefined);
  assert.is(textOf('"T-Mobile"'), "T-Mobile");
});

test.run();
