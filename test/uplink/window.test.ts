import { createWindow } from "../../src/uplink/window.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("uplink/window");

test("no more are inside than the window takes, in the order in which they came", async () => {
  const window = createWindow(1);
  const order: string[] = [];
  const pass = async (name: string) => {
    await window.enter();
    order.push(`${name} in`);
    await Promise.resolve();
    order.push(`${name} out`);
    window.leave();
  };
  await Promise.all([pass("a"), pass("b"), pass("c")]);
  assert.is(order.join(), "a in,a out,b in,b out,c in,c out");
});

test.run();
