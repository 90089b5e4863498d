/** Climbs rungs where it is started, which may be another network namespace: a word a line in, values as JSON a line out. */
import { createInterface } from "node:readline";
import { systemClock } from "../../../src/base/clock.ts";
import type { Reading } from "../../../src/model/reading.ts";
import { systemAddresses } from "../../../src/probes/way/addresses.ts";
import { createGateway } from "../../../src/probes/way/gateway.ts";
import { createLinkWatch } from "../../../src/probes/way/link-watch.ts";
import { connectByOther } from "../../../src/probes/way/other-path.ts";
import { runTool } from "../../../src/probes/way/tool.ts";
import type { Way } from "../../../src/probes/way/way.ts";
import { valuesOf } from "./values.ts";

const basis = { root: "/", clock: systemClock, run: runTool };
const watch = createLinkWatch({
  ...{ ...basis, addresses: systemAddresses, name: undefined, lanOnly: false, hasProxy: false, wpaFolder: undefined },
});
const gateway = createGateway(basis);
let way: Way | undefined;

const rungs: Readonly<Record<string, (argument: string) => Promise<readonly Reading[]>>> = {
  links: async () => {
    const look = await watch.look(false);
    way = look?.way;
    return look?.readings ?? [];
  },
  gateway: () => gateway.look(way),
  other: (address) => connectByOther({ ...basis, target: { address, port: 7 }, way, timeoutMs: 2_000 }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [rung = "", argument = ""] = line.split(" ");
  const readings = (await rungs[rung]?.(argument)) ?? [];
  process.stdout.write(`${JSON.stringify(valuesOf(readings))}\n`);
}
