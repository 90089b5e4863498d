/** The real agent beside a simulated modem, at a real broker, and people with keys who ask it with the real command line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sourceProgram } from "../../hw-sim/rig/program.ts";
import { openRig, type Rig } from "../../hw-sim/rig/rig.ts";
import type { Command } from "../../src/cli/command.ts";
import { supportKeygenCommand } from "../../src/cli/support-keygen.ts";
import { supportRunCommand } from "../../src/cli/support-run.ts";
import { capturedIo } from "../cli/captured-io.ts";
import { assert } from "../front-door/suite.ts";
import { createMosquitto } from "./mosquitto.ts";

export interface Answered {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** What `--json` printed. */
  readonly said: {
    readonly id?: string;
    readonly state?: string;
    readonly reason?: string;
    readonly result?: unknown;
    readonly audit?: { readonly lines: number; readonly hash: string };
    readonly key?: string;
    readonly private?: string;
    readonly public?: string;
    readonly sha256?: string;
  };
}

export async function run(command: Command, args: readonly string[]): Promise<Answered> {
  const { io, out, err } = capturedIo();
  const exit = await command.run([...args, "--json"], io);
  return { exit, out: out(), err: err(), said: out() === "" ? {} : JSON.parse(out()) };
}

export interface Place extends AsyncDisposable {
  readonly rig: Rig;
  readonly port: number;
  readonly keys: string;
  readonly folder: string;
  ask(...words: readonly string[]): Promise<Answered>;
  askAs(who: string, ...words: readonly string[]): Promise<Answered>;
  readonly broker: Awaited<ReturnType<typeof createMosquitto>>;
}

const verbs = [
  "diagnose",
  "read_state",
  "run_test",
  "at_read",
  "log_tail",
  "bundle",
  "hold",
  "release",
  "rotate_keys",
  "recover",
  "set_config",
  "confirm_config",
  "again",
];

export async function openPlace(
  config: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Place> {
  const broker = await createMosquitto();
  await broker.start();
  const keys = mkdtempSync(join(tmpdir(), "posdiag-keys-"));
  for (const [name, ...may] of [["anna"], ["boris", "--may", "reading"], ["mallory"]] as const) {
    assert.is((await run(supportKeygenCommand, ["--out", keys, "--name", name, ...may])).exit, 0);
  }
  const listOf = (name: string) => JSON.parse(readFileSync(join(keys, `${name}.pub.json`), "utf8")).keys;
  const list = join(keys, "list.json");
  writeFileSync(list, JSON.stringify({ keys: [...listOf("anna"), ...listOf("boris")] }));
  const program = sourceProgram();
  const rig = await openRig({
    seed: 11,
    program: { ...program, env: { ...program.env, ...env } },
    broker: `mqtt://127.0.0.1:${broker.port}`,
    config: { commands: { keys_file: list, allow: verbs, per_hour: 600 }, ...config },
  });
  const askAs = (who: string, ...words: readonly string[]) =>
    run(supportRunCommand, [
      ...["--broker", rig.broker, "--tenant", "bench", "--terminal", "PX7-00042"],
      ...["--key", join(keys, `${who}.key`), "--timeout", "30", ...words],
    ]);
  return {
    ...{ rig, port: broker.port, keys, folder: join(rig.folder, "commands"), broker, askAs },
    ask: (...words) => askAs("anna", ...words),
    [Symbol.asyncDispose]: async () => {
      await rig.close();
      await broker[Symbol.asyncDispose]();
      rmSync(keys, { recursive: true, force: true });
    },
  };
}
