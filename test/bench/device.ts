/** What a look at the terminal's own body costs the processor: on a body as a smart terminal has it, and on this machine. */
import { mkdtempSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDeviceTree } from "../../hw-sim/device-tree.ts";
import { systemClock } from "../../src/base/clock.ts";
import { holdsCardData } from "../../src/card-data/search.ts";
import { createFeedFile } from "../../src/probes/device/feed-file.ts";
import { createParts } from "../../src/probes/device/parts.ts";
import { createPower } from "../../src/probes/device/power.ts";
import { type Measurement, numberOf } from "./measurement.ts";

const options = { looks: { text: "how many of each", default: "5000" } } as const;
/** Of device-probe.ts, in half a minute while all is well: six looks at the supplies, one at the rest. */
const [suppliesAt, restAt, halfMinuteUs] = [6, 1, 30_000_000];

/** Microseconds of processor for each, once it is compiled. */
async function costUs(looks: number, act: () => unknown): Promise<number> {
  for (let count = 0; count < looks / 10; count += 1) await act();
  const before = process.cpuUsage();
  for (let count = 0; count < looks; count += 1) await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / looks;
}

function bodyOf(root: string) {
  const power = createPower(root);
  const parts = createParts({
    ...{ root, statfs, clock: systemClock },
    run: () => Promise.resolve({ kind: "missing" }),
    storage: [tmpdir()],
    excusedAtMs: () => undefined,
  });
  return { supplies: () => power.look(false, systemClock.monoMs()), rest: () => parts.look() };
}

/** The example of the document. */
function exampleFeed(): object {
  const text = readFileSync(new URL("../../docs/feed.md", import.meta.url), "utf8");
  return JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? "{}");
}

async function measureFeed(root: string, looks: number): Promise<readonly [number, number]> {
  const path = join(root, "feed.json");
  const file = createFeedFile({ path, staleMs: Number.MAX_SAFE_INTEGER, holdsCardData, log: () => {} });
  const look = () => file.look(systemClock.wallMs(), systemClock.monoMs());
  const same = await costUs(looks, look);
  let second = 1;
  const rewritten = await costUs(looks, () => {
    utimesSync(path, second, second);
    second += 1;
    return look();
  });
  return [same, rewritten];
}

export const device: Measurement = {
  name: "device",
  summary: "processor time of a look at supply, heat, storage, buses and the maker's feed",
  options,
  run: async (values, say) => {
    const looks = numberOf(values, "looks", [10, 1_000_000]);
    const root = mkdtempSync(join(tmpdir(), "posdiag-bench-device-"));
    try {
      createDeviceTree(root, { feed: exampleFeed() });
      say(`${looks} looks of each`);
      const [body, here] = [bodyOf(root), bodyOf("/")];
      const supplies = [await costUs(looks, body.supplies), await costUs(looks, here.supplies)];
      const rest = [await costUs(looks, body.rest), await costUs(looks, here.rest)];
      const feed = await measureFeed(root, looks);
      const us = (each: number | undefined) => (each ?? 0).toFixed(0);
      const share = (100 * (suppliesAt * ((supplies[0] ?? 0) + feed[0]) + restAt * (rest[0] ?? 0))) / halfMinuteUs;
      const rows = [
        ["supplies, every 5 s", us(supplies[0]), us(supplies[1])],
        ["the rest, every 30 s", us(rest[0]), us(rest[1])],
        ["the feed, unchanged", us(feed[0]), ""],
        ["the feed, rewritten", us(feed[1]), ""],
      ];
      const columns = ["one look", "a terminal's body, µs", "this machine, µs"];
      const note = `While all is well: ${share.toFixed(4)} % of a core.`;
      return {
        tables: [{ title: "device", columns, rows }],
        notes: [note],
        data: { supplies, rest, feed },
        failed: false,
      };
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};
