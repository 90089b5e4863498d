import { isLeased } from "../../../src/probes/way/lease.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { createTree, type SystemTree } from "./system-tree.ts";

const test = suite("leases");

let tree: SystemTree;
test.before.each(() => {
  tree = createTree();
});
test.after.each(() => tree.remove());

const dhclient = [
  "lease {",
  '  interface "eth0";',
  "  fixed-address 192.168.1.50;",
  "  option subnet-mask 255.255.255.0;",
  "}",
].join("\n");

for (const [client, path, text] of [
  ["systemd-networkd", "run/systemd/netif/leases/2", "# This is private data. Do not parse.\nADDRESS=192.168.1.50\n"],
  ["NetworkManager", "var/lib/NetworkManager/internal-5fb0-eth0.lease", "ADDRESS=192.168.1.50\nSERVER_ADDRESS=1.1\n"],
  ["dhclient on Debian", "var/lib/dhcp/dhclient.eth0.leases", dhclient],
  ["dhclient on Red Hat", "var/lib/dhclient/dhclient-eth0.lease", dhclient],
] as const) {
  test(`what ${client} was given is known, and nothing like it`, () => {
    assert.not(isLeased(tree.root, "192.168.1.50"));
    tree.write(path, text);
    assert.ok(isLeased(tree.root, "192.168.1.50"));
    for (const other of ["192.168.1.5", "192.168.1.51", "92.168.1.50", "192.168.1x50"]) {
      assert.not(isLeased(tree.root, other), other);
    }
  });
}

test("a file of another name is no lease", () => {
  tree.write("var/lib/dhcp/notes.txt", dhclient);
  assert.not(isLeased(tree.root, "192.168.1.50"));
});

test.run();
