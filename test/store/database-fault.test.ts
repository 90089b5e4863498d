import { isPassing } from "../../src/store/database-fault.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("collector/database-fault");
const coded = (code: string, more: object = {}) => Object.assign(new Error("it"), { code, ...more });

test("a database that is away, busy, full or restarting may take it later", () => {
  for (const code of ["ECONNREFUSED", "ENOENT", "EPIPE", "57P03", "57P01", "08006", "53100", "40P01", "23514"])
    assert.ok(isPassing(coded(code)), code);
  for (const errcode of [5, 6, 10, 13, 266, 14])
    assert.ok(isPassing(coded("ERR_SQLITE_ERROR", { errcode })), `${errcode}`);
  assert.ok(isPassing(new Error("Connection terminated unexpectedly")));
});

test("what breaks a rule of the tables, or of the language, will break it again", () => {
  for (const code of ["23502", "22021", "22P05", "42P01"]) assert.is(isPassing(coded(code)), false, code);
  assert.is(isPassing(coded("ERR_SQLITE_ERROR", { errcode: 1_299 })), false);
  assert.is(isPassing(new TypeError("undefined is not a function")), false);
});

test.run();
