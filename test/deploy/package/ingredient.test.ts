import { ingredientsOf, packageFolder } from "../../../deploy/package/ingredient.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("ingredients of packages");

test("the innermost package counts, with its scope", () => {
  assert.equal(
    ["node_modules/a/x.js", "node_modules/a/node_modules/@b/c/lib/x.js", "src/main.ts", "../node_modules/a/x.js"].map(
      packageFolder,
    ),
    ["node_modules/a", "node_modules/a/node_modules/@b/c", undefined, "../node_modules/a"],
  );
});

test("each package once, by name, with the text of its licence, from its README where it has no file for it", () => {
  const found = ingredientsOf(["node_modules/pg-types/a.js", "node_modules/mqtt/a.js", "node_modules/mqtt/b.js"]);
  assert.equal(
    found.map(({ name }) => name),
    ["mqtt", "pg-types"],
  );
  assert.match(found[1]?.text ?? "", /Permission is hereby granted/);
});

test("a package that is not there, or not in the lock file, is told by its folder", () => {
  assert.throws(
    () => ingredientsOf(["node_modules/no-such-package/x.js"]),
    /node_modules\/no-such-package is not there: run `npm ci`/,
  );
});

test.run();
