/** A place in a namespace: sockets made in it belong there, and the process comes back. */
import { readlinkSync } from "node:fs";
import { connect } from "node:net";
import { addNamespace, type Namespace } from "../../../hw-sim/lab/namespace.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { openWebsite, run } from "./shop-terminal.ts";

const test = suite("a namespace", { needs: ["namespaces", "ip", "curl"] });
const here = () => readlinkSync("/proc/thread-self/ns/net");
let namespace: Namespace;

test.before(async () => {
  namespace = await addNamespace(`pdlab${process.pid}n0x`);
  await namespace.ip("link set lo up");
});
test.after(() => namespace.remove());

test("a server in it is reached from inside alone", async () => {
  const site = await openWebsite(namespace.place("127.0.0.1"));
  const { text } = await run(namespace, "curl", "-s", `http://127.0.0.1:${site.port}/`);
  assert.is(text, "xx");
  const outside = await new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port: site.port });
    socket.once("connect", () => resolve("open")).once("error", (error) => resolve(Reflect.get(error, "code")));
  });
  assert.is(outside, "ECONNREFUSED");
  site.close();
});
test("the process comes back, also from what throws", () => {
  const own = here();
  assert.not.equal(namespace.within(here), own);
  const fail = () => {
    throw new Error("inside");
  };
  assert.throws(() => namespace.within(fail), /inside/);
  assert.is(here(), own);
});
test("what `ip` refuses is told with its words", async () => {
  const said = await namespace.ip("link set nothing up").then(() => "", String);
  assert.match(said, /ended with 1: Cannot find device "nothing"/);
});
test.run();
