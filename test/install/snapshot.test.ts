import { assert, suite } from "../front-door/suite.ts";
import { whatIsLeft } from "./snapshot.ts";

const test = suite("install test: what is left after a purge");

test("what differs is left, before and after; what is expected is counted by its reason", () => {
  const diff = [
    "17c17",
    "< user daemon:x:1:1",
    "---",
    "> user posdiag:x:998:998",
    "> file f 640 root:adm /var/log/syslog ",
    "> file f 644 root:root /var/lib/dpkg/status-old ",
    "> text 0123abcd  /etc/group-",
  ].join("\n");
  const { lines, expected } = whatIsLeft(diff);
  assert.equal(lines, ["< user daemon:x:1:1", "> user posdiag:x:998:998"]);
  assert.equal(Object.values(expected), [1, 1, 1]);
});

test("a file of the package is never expected", () => {
  for (const path of [
    "/etc/posdiag/config.jsonc",
    "/var/lib/posdiag",
    "/usr/lib/posdiag",
    "/etc/systemd/system/x.wants/posdiag.service",
  ]) {
    assert.is(whatIsLeft(`> file f 644 root:root ${path} `).lines.length, 1, path);
  }
});

test("no difference leaves nothing", () => assert.equal(whatIsLeft(""), { lines: [], expected: {} }));

test.run();
