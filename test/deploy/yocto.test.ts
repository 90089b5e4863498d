/** The recipes for images cannot be built here: what they name is held against what the archive has. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { linuxItems } from "../../deploy/package/system-files.ts";
import { targets } from "../../deploy/package/target.ts";
import manifest from "../../package.json" with { type: "json" };
import { assert, suite } from "../front-door/suite.ts";

const test = suite("recipes for images");
const yocto = `deploy/yocto/posdiag_${manifest.version}.bb`;
const buildroot = "deploy/buildroot/posdiag.mk";
const texts = () => [yocto, buildroot].map((file) => readFileSync(file, "utf8"));

test("are of this version", () => {
  assert.ok(existsSync(yocto));
  assert.match(texts()[1] ?? "", `POSDIAG_VERSION = ${manifest.version}\n`);
});

test("install files that are in the archive", () => {
  const packed = new Set(linuxItems.map(({ to }) => to).concat("share/systemd/posdiag.service"));
  for (const text of texts()) {
    const named = [...text.matchAll(/\/(share\/[\w./-]+)/g)].map(([, path = ""]) => path);
    assert.ok(named.length >= 4);
    for (const path of named) assert.ok(packed.has(path), path);
  }
});

test("name targets that there are", () => {
  const names = new Set(targets.map(({ name }) => name));
  const named = [...(texts()[0] ?? "").matchAll(/^POSDIAG_TARGET:\S+ = "(.+)"$/gm)].map(([, name = ""]) => name);
  assert.is(named.length, 3);
  for (const name of named) assert.ok(names.has(name), name);
});

test("the licence that Yocto looks at is this one", () => {
  const sum = createHash("md5").update(readFileSync("LICENSE")).digest("hex");
  assert.match(texts()[0] ?? "", `LIC_FILES_CHKSUM = "file://LICENSE;md5=${sum}"`);
});

test.run();
