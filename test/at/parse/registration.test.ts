import { parseRegistration } from "../../../src/at/parse/registration.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("registration");

/** Forms of 27.007 and of firmware beside it: n, stat, area, cell, act, cause. */
const forms: readonly (readonly [line: string, ...expected: (number | undefined)[]])[] = [
  ["+CREG: 0,1", 0, 1],
  ["+CREG: 1", undefined, 1],
  ["+CREG: 2,1,8BE3,2BAF", 2, 1, 0x8be3, 0x2baf],
  ["+CREG: 1,8BE3,2BAF", undefined, 1, 0x8be3, 0x2baf],
  ['+CREG: 2, 1, "8BE3" ,"2BAF" ,7', 2, 1, 0x8be3, 0x2baf, 7],
  ["+CREG: 2,1,000B,2816,B,C2816", 2, 1, 0x000b, 0x2816],
  ['+CGREG: 2,5,"0031","0F4F1B2",6,"B9"', 2, 5, 0x31, 0xf4f1b2, 6],
  ['+CEREG: 2,1,"1F00","79D903",7', 2, 1, 0x1f00, 0x79d903, 7],
  ["+CEREG: 2,1,1F00,20,79D903,7", 2, 1, 0x1f00, 0x79d903, 7],
  ['+CEREG: 1,"1F00","20","79D903",7', undefined, 1, 0x1f00, 0x79d903, 7],
  ['+CEREG: 3,"1A2B","01C3D4E5",7,0,15', undefined, 3, 0x1a2b, 0x1c3d4e5, 7, 15],
  ["+CEREG: 3,3,,,,0,8", 3, 3, undefined, undefined, undefined, 8],
  ["+CEREG: 5,,,,,,,", undefined, 5],
  ['+CEREG: 4,1,"2B67","0000","069F6BC7",7,,,"00000000","01100000"', 4, 1, 0x2b67, 0x69f6bc7, 7],
  ['+CEREG: 4,5,"2B67","0000","069F6BC7",,,,"00000000","01100000"', 4, 5, 0x2b67, 0x69f6bc7],
  ['+CEREG: 5,3,"1A2B","01C3D4E5",7,0,15,"00100100","01000111"', 5, 3, 0x1a2b, 0x1c3d4e5, 7, 15],
  ['+CEREG: 3,2,"1A2B","01C3D4E5",7,0,0', 3, 2, 0x1a2b, 0x1c3d4e5, 7],
  ['+CGREG: 3,3,"0031","0F4F1B2",6,"B9",0,7', 3, 3, 0x31, 0xf4f1b2, 6, 7],
  ['+CREG: 2,1,"1A2B","01C3D4E5","7"', 2, 1, 0x1a2b, 0x1c3d4e5],
  ['+C5GREG: 2,1,"76010F","760BF0114",11', 2, 1, 0x76010f, 0x760bf0114, 11],
  ['+C5GREG: 3,3,"76010F","760BF0114",11,0,"",0,27', 3, 3, 0x76010f, 0x760bf0114, 11, 27],
  ['+CREG:002,001,"18d8","ffff"', 2, 1, 0x18d8, 0xffff],
  ['+CREG: 001,"0001","0010",000', undefined, 1, 1, 0x10, 0],
];

for (const [line, n, stat, area, cell, act, cause] of forms) {
  test(line, () => {
    const parsed = parseRegistration(line);
    assert.equal(
      [parsed?.n, parsed?.stat, parsed?.area, parsed?.cell, parsed?.act, parsed?.rejectCause],
      [n, stat, area, cell, act, cause],
    );
  });
}

test("a state that no release knows, and other names, are not registrations", () => {
  for (const line of ["+CREG: 0,42", "+CREG: x", "+CREG:", "+CRING: 0,1", "CREG: 0,1"]) {
    assert.is(parseRegistration(line), undefined, line);
  }
});

test("timers of power saving are no reject cause", () => {
  const parsed = parseRegistration('+CEREG: 4,1,"1A2B","01C3D4E5",7,,,"00000000","01100000"');
  assert.is(parsed?.rejectCause, undefined);
  assert.is(parsed?.causeType, undefined);
});

test.run();
