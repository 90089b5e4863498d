import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findAccount, readNames } from "../../src/doctor/account.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the agent's user");

let root = "";
test.before(() => {
  root = mkdtempSync(join(tmpdir(), "posdiag-account-"));
  mkdirSync(join(root, "etc"));
  writeFileSync(
    join(root, "etc/passwd"),
    "root:x:0:0::/root:/bin/sh\nposdiag:x:990:991::/:/sbin/nologin\npay:x:5:6::/:\n".replace("/root:", "/:"),
  );
  writeFileSync(join(root, "etc/group"), "root:x:0:\nposdiag:x:991:\ndialout:x:20:posdiag,pay\ntty:x:5:\n");
});
test.after(() => rmSync(root, { recursive: true }));

test("who is asked for, else the service's, else posdiag; with all groups", () => {
  const names = readNames(root);
  const posdiag = { kind: "known", name: "posdiag", uid: 990, gids: [991, 20] } as const;
  assert.equal(findAccount(names, { asked: undefined, service: undefined }), { ...posdiag, from: "usual" });
  const service = { user: "posdiag", groups: ["tty"] };
  assert.equal(findAccount(names, { asked: undefined, service }), { ...posdiag, gids: [991, 20, 5], from: "service" });
  assert.equal(findAccount(names, { asked: "pay", service }), {
    kind: "known",
    name: "pay",
    uid: 5,
    gids: [6, 20],
    from: "asked",
  });
  assert.is(findAccount(names, { asked: undefined, service: { user: "", groups: [] } }).name, "root");
});

test("a user that is not there is missing; without users at all it is whoever asks", () => {
  assert.equal(findAccount(readNames(root), { asked: "nobody-here", service: undefined }), {
    kind: "missing",
    name: "nobody-here",
  });
  const own = findAccount(readNames(join(root, "none")), { asked: undefined, service: undefined });
  assert.equal(
    [own.kind, own.kind === "known" && own.from, own.kind === "known" && own.uid],
    ["known", "own", process.getuid?.()],
  );
});

test.run();
