import { neighbour, neighbourIn } from "../../../src/probes/way/neighbours.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { createTree } from "./system-tree.ts";

const test = suite("neighbours");

const table = `IP address       HW type     Flags       HW address            Mask     Device
192.0.2.77       0x1         0x0         00:00:00:00:00:00     *        eth0
192.0.2.1        0x1         0x2         b6:cd:c2:0d:fe:8d     *        eth0
192.0.2.9        0x1         0x6         b6:cd:c2:0d:fe:8e     *        eth0
192.0.2.1        0x1         0x0         00:00:00:00:00:00     *        wlan0
`;

test("who answered is complete, who did not is not, on the interface that is asked about", () => {
  assert.is(neighbourIn(table, "192.0.2.1", "eth0"), "complete");
  assert.is(neighbourIn(table, "192.0.2.9", "eth0"), "complete");
  assert.is(neighbourIn(table, "192.0.2.77", "eth0"), "incomplete");
  assert.is(neighbourIn(table, "192.0.2.1", "wlan0"), "incomplete");
});

test("who was never asked for is unknown, and so is everybody without a table", () => {
  for (const address of ["192.0.2.2", "192.0.2.7", "fe80::1"])
    assert.is(neighbourIn(table, address, "eth0"), "unknown");
  const tree = createTree();
  assert.is(neighbour(tree.root, "192.0.2.1", "eth0"), "unknown");
  tree.write("proc/net/arp", table);
  assert.is(neighbour(tree.root, "192.0.2.1", "eth0"), "complete");
  tree.remove();
});

test.run();
