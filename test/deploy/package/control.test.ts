import { changelogFile, controlFile, copyrightFile, type Package } from "../../../deploy/package/control.ts";
import { unitText } from "../../../deploy/package/unit.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("Debian's control files");
const one: Package = {
  name: "posdiag",
  version: "1.2.3",
  architecture: "arm64",
  maintainer: "A <a@b>",
  installedKb: 7,
  epoch: 1_795_815_699,
};

test("with Node in it nothing of the system's Node is asked for, and the unit starts its own", () => {
  assert.not.match(controlFile(one), /nodejs/);
  assert.match(unitText(true), /^ExecStart=\/usr\/lib\/posdiag\/node --/m);
  assert.match(unitText(false), /^ExecStart=\/usr\/bin\/node --/m);
});

test("without it the system's is asked for, no older than package.json says", () => {
  assert.match(controlFile({ ...one, name: "posdiag-system-node" }), /^Depends: nodejs \(>= 20\.20\), /m);
});

test("its lines are as dpkg takes them", () => {
  const lines = controlFile(one).split("\n");
  assert.is(lines.pop(), "");
  for (const line of lines) assert.match(line, /^(?:[A-Z][\w-]*: \S.*| \S.{0,79})$/);
});

test("the changelog has the day of the sources", () => {
  assert.match(changelogFile(one), /^posdiag \(1\.2\.3\) unstable; urgency=medium\n/);
  assert.match(changelogFile(one), /\n -- A <a@b> {2}Fri, 27 Nov 2026 21:41:39 \+0000\n$/);
});

test("the copyright has the holder and the whole licence", () => {
  const text = copyrightFile(
    "MIT License\n\nCopyright (c) 2026 somebody\n\nPermission is granted\n\nas it is\n",
    "posdiag",
  );
  assert.match(text, /^Copyright: 2026 somebody$/m);
  assert.match(text, /License: Expat\n Permission is granted\n \.\n as it is\n$/);
});

test.run();
