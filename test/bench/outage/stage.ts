/** What a run stands on: a real broker, a real collector that may send hints, and a simulated fleet of real sessions that trusts its key. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { supportKeygenCommand } from "../../../src/cli/support-keygen.ts";
import { openStore, type Store } from "../../../src/store/store.ts";
import { capturedIo } from "../../cli/captured-io.ts";
import { type Fleet, openFleet } from "../../fleet-sim/fleet.ts";
import { createBroker } from "../collector/ground.ts";

export interface StageOptions {
  readonly terminals: number;
  readonly seed: number;
  readonly program: "shipped" | "source";
}

export interface Stage {
  readonly fleet: Fleet;
  /** The collector's database, from a connection of its own. */
  readonly store: Store;
}

const tenant = "fleet";
const programs = {
  shipped: ["dist/posdiag.cjs"],
  source: ["--import", "tsx", "test/collector/process.ts"],
} as const;
const quietMs = 60_000;
const connectedWithinMs = 300_000;

interface Collector extends AsyncDisposable {
  /** Rejects when it ends by itself. */
  readonly broken: Promise<never>;
}

async function startCollector(program: StageOptions["program"], args: readonly string[]): Promise<Collector> {
  const child = spawn(process.execPath, [...programs[program], "collector", ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const orphan = () => child.kill("SIGKILL");
  process.once("exit", orphan);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void ended.then(() => process.off("exit", orphan));
  let said = "";
  const broken = ended.then(() => Promise.reject(new Error(`the collector ended: ${said}`)));
  broken.catch(() => {}); // At the end it is meant to.
  const connected = new Promise<void>((resolve) =>
    child.stderr.on("data", (text: Buffer) => {
      said = (said + text.toString()).slice(-2_000);
      if (said.includes("connected")) resolve();
    }),
  );
  await Promise.race([connected, broken]);
  return {
    broken,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Resolves when the database has all of them online. */
async function allKnown({ fleet, store }: Stage): Promise<void> {
  const deadlineMs = Date.now() + connectedWithinMs;
  for (;;) {
    const { n } = await store.db
      .selectFrom("terminals")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("online", "=", 1)
      .executeTakeFirstOrThrow();
    if (Number(n) === fleet.members.length) return;
    if (Date.now() > deadlineMs) throw new Error(`only ${n} of ${fleet.members.length} terminals are online`);
    await delay(1_000);
  }
}

/** Sets it up anew, acts when all have been connected for a minute of quiet, and clears away. */
export async function play<T>(
  { terminals, seed, program }: StageOptions,
  say: (line: string) => void,
  act: (stage: Stage) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-outage-"));
  try {
    const [keys, database] = [join(folder, "keys"), join(folder, "fleet.db")];
    await supportKeygenCommand.run(["--out", keys, "--name", "fleet", "--may", "hint"], capturedIo().io);
    await using broker = await createBroker();
    await broker.start();
    const url = `mqtt://127.0.0.1:${broker.port}`;
    const told = ["--broker", url, "--database", database, "--name", "outage", "--key", join(keys, "fleet.key")];
    await using collector = await startCollector(program, told);
    await using store = await openStore({ url: database });
    await using fleet = await openFleet({
      ...{ seed, terminals, tenant, startHour: 12, speed: 1, rampMs: 20_000 },
      ...{ keysFile: join(keys, "fleet.pub.json"), measuresMs: 60_000, heartbeatMs: 3_600_000 },
      uplink: { url, protocol: "auto", ack: "collector", keepaliveS: 900, willDelayS: 20 },
    });
    const acting = async (): Promise<T> => {
      await allKnown({ fleet, store });
      say(`outage: ${terminals} terminals are connected, a minute of quiet`);
      await delay(quietMs);
      return act({ fleet, store });
    };
    return await Promise.race([acting(), fleet.broken, collector.broken]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
