import { isVolatile, mountOf, readMounts } from "../../src/doctor/mounts.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("which file system a path lies on");

const mounts = readMounts(
  [
    "/dev/root / ext4 ro,relatime 0 0",
    "tmpfs /run tmpfs rw,nosuid 0 0",
    "tmpfs /var\\040lib tmpfs rw 0 0",
    "overlay /etc overlay rw,lowerdir=/etc,upperdir=/run/upper,workdir=/run/work 0 0",
    "overlay /opt overlay rw,lowerdir=/opt,upperdir=/data/upper,workdir=/data/work 0 0",
    "/dev/mmcblk0p4 /data f2fs rw 0 0",
    "/dev/mmcblk0p5 /data ext4 rw 0 0",
    "a line that is none",
  ].join("\n"),
);

const typeOf = (path: string) => mountOf(path, mounts)?.type;

test("the longest folder counts, of equals the last; a name that only begins alike does not", () => {
  assert.equal(["/", "/run", "/run/posdiag", "/running", "/data/x", "/var lib/posdiag"].map(typeOf), [
    ...["ext4", "tmpfs", "tmpfs", "ext4", "ext4", "tmpfs"],
  ]);
});

test("memory is told, also below an overlay", () => {
  const volatile = (path: string) => {
    const mount = mountOf(path, mounts);
    return mount && isVolatile(mount, mounts);
  };
  assert.equal(["/run/x", "/etc/posdiag", "/opt/x", "/data/x"].map(volatile), [true, true, false, false]);
  assert.is(mountOf("/x", []), undefined);
});

test.run();
