/** The provider's line with real packets: late, lost, slow; and the same again with the same seed. */
import { type Lab, openLab } from "../../../hw-sim/lab/lab.ts";
import { layLines } from "../../../hw-sim/lab/line.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { openWebsite, ping, run } from "./shop-terminal.ts";

const needs = ["namespaces", "ip", "nft", "setpriv", "ping", "curl"];
const test = suite("the long line", { timeoutMs: 15_000, needs });
const clear = { delayMs: 1, jitterMs: 0, loss: 0, kbps: 0 } as const;

async function withLab<T>(seed: number, use: (lab: Lab) => Promise<T>): Promise<T> {
  const lab = await openLab({ seed, uplink: "eth" });
  try {
    return await use(lab);
  } finally {
    await lab.close();
  }
}

/** Which of a hundred pings are answered over a line that loses a fifth each way. */
const answered = (seed: number): Promise<readonly number[]> =>
  withLab(seed, async (lab) => {
    await lab.set({ wan: { ...clear, loss: 0.2 } });
    return (await ping(lab, lab.addresses.reference, 100)).sequence;
  });

test("loses as much as it is told, and the very same packets with the same seed", async () => {
  const [once, again, other] = await Promise.all([answered(21), answered(21), answered(22)]);
  // 0.8 × 0.8 of a hundred, five standard deviations around.
  assert.ok(Math.abs((once?.length ?? 0) - 64) <= 24, `${once?.length} answered`);
  assert.equal(again, once);
  assert.not.equal(other, once);
});
test("is as late as it is told, each way, and as slow", async () => {
  await withLab(3, async (lab) => {
    await lab.set({ wan: { ...clear, delayMs: 70 } });
    const { quickestMs, answered: count } = await ping(lab, lab.addresses.reference, 4);
    assert.is(count, 4);
    assert.ok(quickestMs >= 139, `${quickestMs} ms`);
    const bytes = 20_000;
    const site = await openWebsite(lab.world(lab.addresses.reference), bytes);
    await lab.set({ wan: { ...clear, kbps: 256 } });
    const url = `http://${lab.addresses.reference}:${site.port}/`;
    const { text } = await run(lab, "curl", "-s", "-o", "/dev/null", "-w", "%{size_download} %{time_total}", url);
    site.close();
    const [size = 0, seconds = 0] = text.split(" ").map(Number);
    assert.is(size, bytes);
    assert.ok(seconds >= (bytes * 8) / 256_000, `${seconds} s`);
  });
});
test("somebody who fills a slow line is in everybody's way", async () => {
  await withLab(4, async (lab) => {
    const wan = { ...clear, kbps: 64 };
    await lab.set({ wan });
    const alone = await ping(lab, lab.addresses.reference, 5);
    await lab.set({ rival: true });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const beside = await run(lab, "ping", "-n", "-i", "0.1", "-W", "3", "-c", "5", lab.addresses.reference);
    const worst = Number(/= [\d.]+\/[\d.]+\/([\d.]+)\//.exec(beside.text)?.[1]);
    assert.is(alone.answered, 5);
    // A packet of the rival's takes 150 ms of the line, and his queue is never empty.
    assert.ok(Number.isNaN(worst) || worst > 100, beside.text);
  });
});
test("says what is wrong where it cannot be laid", async () => {
  await withLab(5, async (lab) => {
    const [, , , name = ""] = lab.enter;
    const taken = { in: { name } as const, interface: "eth0" };
    const said = await layLines(1, [[taken, taken]]).then(() => "laid", String);
    assert.match(said, "no TUN device eth0");
  });
});
test.run();
