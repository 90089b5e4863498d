/** An agent that answers as it is told, and the commands run against it in this process. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "../../src/cli/command.ts";
import { dispatch } from "../../src/cli/dispatch.ts";
import type { Language } from "../../src/model/text.ts";
import type { DiagnosisView } from "../../src/model/view.ts";
import { createBench, diagnosis } from "../ipc/bench.ts";
import { capturedIo } from "./captured-io.ts";

export interface Asked {
  readonly socket: string;
  readonly directory: string;
  /** What the agent answers from now on. */
  answer(view: (language: Language | undefined) => DiagnosisView): void;
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ran>;
  /** A configuration that is valid but for these groups. */
  writeConfig(changes?: Readonly<Record<string, object>>): Promise<string>;
  end(): Promise<void>;
}

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export async function createAsked(command: Command): Promise<Asked> {
  let view: (language: Language | undefined) => DiagnosisView = (language) => diagnosis(`say in ${language}`);
  const bench = await createBench({ handlers: { diagnose: async (language) => view(language) } });
  await bench.server.start();
  return {
    socket: bench.socket,
    directory: bench.directory,
    answer: (next) => {
      view = next;
    },
    run: async (args, env = {}) => {
      const { io, out, err } = capturedIo(env);
      const exit = await dispatch([command], args, io);
      return { exit, out: out(), err: err() };
    },
    writeConfig: async (changes = {}) => {
      const path = join(bench.directory, "config.jsonc");
      const config = {
        terminal: { tenant: "acme", serial: "PX7-00042" },
        modem: { port: "/dev/ttyUSB2" },
        acquirer: { host: "pos.example", port: 5500 },
        uplink: { url: "mqtt://h" },
        ipc: { socket: bench.socket },
        ...changes,
      };
      await writeFile(path, JSON.stringify(config));
      return path;
    },
    end: bench.end,
  };
}
