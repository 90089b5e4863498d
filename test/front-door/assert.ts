/** uvu/assert, counting: a test that asserts nothing cannot fail, so it is not a test. */
import * as uvuAssert from "uvu/assert";

let calls = 0;

/** Assertions made so far in this process. */
export function assertionCount(): number {
  return calls;
}

function counting<T extends object>(target: T, name: string): T {
  return new Proxy(target, {
    apply: (fn, self, args) => {
      calls += 1;
      if (typeof fn !== "function") throw new TypeError(`assert.${name} is not an assertion`);
      if (name === "throws") refuseErrorClass(args[1]);
      return Reflect.apply(fn, self, args);
    },
    get: (owner, key) => {
      const value: unknown = Reflect.get(owner, key);
      return typeof value === "function" && key !== "Assertion" ? counting(value, String(key)) : value;
    },
  });
}

/** uvu calls the second argument of `throws` as a predicate: `Error(error)` makes an error, which is truthy for any error. */
function refuseErrorClass(expected: unknown): void {
  if (typeof expected !== "function") return;
  if (expected !== Error && !(expected.prototype instanceof Error)) return;
  throw new TypeError(`assert.throws takes a predicate: (error) => error instanceof ${expected.name}`);
}

export const assert: typeof uvuAssert = counting({ ...uvuAssert }, "assert");
