import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lookAt, may, mayAnybody, mayReach, modeText } from "../../src/doctor/access.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("who may do what with a file");

const [owner, member, stranger, root] = [
  { uid: 5, gids: [50] },
  { uid: 6, gids: [60, 50] },
  { uid: 7, gids: [70] },
  { uid: 0, gids: [0] },
];
const node = (mode: number) => ({ uid: 5, gid: 50, mode });

test("the first class that fits decides, as in the kernel", () => {
  const rights = (mode: number) => [owner, member, stranger, root].map((who) => may(who, "read", node(mode)));
  assert.equal(rights(0o640), [true, true, false, true]);
  assert.equal(rights(0o044), [false, true, true, true], "an owner without the right has none by his group");
  assert.equal([may(owner, "write", node(0o500)), may(member, "enter", node(0o710))], [false, true]);
  assert.equal([mayAnybody("read", node(0o640)), mayAnybody("read", node(0o644))], [false, true]);
  assert.is(modeText(node(0o100640)), "640");
});

test("a path is reached through its folders, whatever its own mode", async () => {
  const folder = await mkdtemp(join(tmpdir(), "posdiag-access-"));
  const inner = join(folder, "inner");
  await mkdir(inner);
  await writeFile(join(inner, "file"), "");
  const known = { kind: "known", name: "x", uid: 99_999, gids: [99_999], from: "asked" } as const;
  await chmod(folder, 0o755);
  await chmod(inner, 0o700);
  assert.is(await mayReach(known, join(inner, "file")), false);
  await chmod(inner, 0o711);
  assert.is(await mayReach(known, join(inner, "file")), true);
  await symlink(join(inner, "file"), join(folder, "link"));
  const [there, gone] = [await lookAt(join(folder, "link")), await lookAt(join(folder, "none"))];
  assert.equal([there.kind, gone.kind], ["node", "gone"]);
  await rm(folder, { recursive: true });
});

test.run();
