/** How a loose contact comes and goes. */
import { openLab } from "../../../hw-sim/lab/lab.ts";
import { createWobble } from "../../../hw-sim/lab/plug.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { run } from "./shop-terminal.ts";

const test = suite("loose contact");
const spans = (seed: number) => {
  const next = createWobble(seed);
  return Array.from({ length: 50 }, next);
};

test("replays with its seed, within its bounds", () => {
  assert.equal(spans(4), spans(4));
  assert.not.equal(spans(4), spans(5));
  assert.ok(spans(4).every((ms) => ms >= 1_500 && ms <= 5_000));
});
test.run();

const needs = ["namespaces", "ip", "nft", "setpriv"];
const loose = suite("a loose cable", { timeoutMs: 15_000, needs });
loose("comes and goes by itself, until it is plugged in", async () => {
  const lab = await openLab({ seed: 7, uplink: "eth" });
  const read = async (file: string) => Number((await run(lab, "cat", `${lab.root}/sys/class/net/eth0/${file}`)).text);
  const before = await read("carrier_down_count");
  await lab.set({ cable: "loose" });
  while ((await read("carrier_down_count")) === before) await new Promise((resolve) => setTimeout(resolve, 100));
  await lab.set({ cable: "in" });
  assert.is(await read("carrier"), 1);
  await lab.close();
});
loose.run();
