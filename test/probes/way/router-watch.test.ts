import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterWatch } from "../../../src/probes/way/router-watch.ts";
import type { Way } from "../../../src/probes/way/way.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("what the kernel knows of the router");
const way: Way = { name: "eth0", kind: "ethernet", gateway: "192.168.8.1", others: [] };
const root = mkdtempSync(join(tmpdir(), "posdiag-arp-"));
test.after(() => rmSync(root, { recursive: true }));

/** As Linux 6.1 writes it. */
function table(flags: "0x0" | "0x2"): void {
  mkdirSync(join(root, "proc/net"), { recursive: true });
  const line = `192.168.8.1      0x1         ${flags}         00:00:00:00:00:00     *        eth0`;
  writeFileSync(
    join(root, "proc/net/arp"),
    `IP address       HW type     Flags       HW address            Mask     Device\n${line}\n`,
  );
}

test("an entry that nobody answered is a router that is not there; a complete one alone proves nothing", () => {
  const router = createRouterWatch(root);
  const said = () => router.look(way, 0).map(({ value }) => value);
  table("0x2");
  assert.equal(said(), []);
  table("0x0");
  assert.equal(said(), ["incomplete"]);
  table("0x2");
  assert.equal(said(), ["ok"]);
  assert.equal(said(), []);
});

test("a mobile network has no router to find", () => {
  table("0x0");
  assert.equal(createRouterWatch(root).look({ ...way, kind: "cellular" }, 0), []);
});

test.run();
