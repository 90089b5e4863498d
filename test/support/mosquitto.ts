/** A real mosquitto as a child process on 127.0.0.1, with a configuration of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

export interface Mosquitto extends AsyncDisposable {
  readonly port: number;
  /** Directory of its files; gone after the test. */
  readonly dir: string;
  /** Starts it (again), and resolves when it takes connections. */
  start(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** It reads its files again. */
  reload(): void;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** `settings` are further lines of the configuration; what they name may be written to `dir` by `prepare`. */
export function createMosquitto(prepare: (dir: string) => readonly string[] = () => []): Promise<Mosquitto> {
  return configuredMosquitto((dir, port) => [
    ...["persistence true", "autosave_on_changes true", "autosave_interval 1", `persistence_location ${dir}/`],
    ...[`listener ${port} 127.0.0.1`, "allow_anonymous true", "max_queued_messages 0", "log_dest stderr"],
    ...prepare(dir),
  ]);
}

/** With nothing but these lines. One of them makes it listen on that port. */
export async function configuredMosquitto(lines: (dir: string, port: number) => readonly string[]): Promise<Mosquitto> {
  const dir = mkdtempSync(join(tmpdir(), "posdiag-mosquitto-"));
  const port = await freePort();
  const user = `user ${process.getuid?.() === 0 ? "root" : "mosquitto"}`;
  writeFileSync(join(dir, "mosquitto.conf"), `${[user, ...lines(dir, port)].join("\n")}\n`);
  let child: ChildProcess | undefined;
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill(signal);
    await ended;
  };
  return {
    port,
    dir,
    stop,
    reload: () => void child?.kill("SIGHUP"),
    start: async () => {
      const started = spawn("mosquitto", ["-c", join(dir, "mosquitto.conf")], { stdio: "ignore" });
      child = started;
      const orphan = () => started.kill("SIGKILL");
      process.once("exit", orphan);
      started.once("exit", () => process.off("exit", orphan));
      await accepting(port);
    },
    [Symbol.asyncDispose]: async () => {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Resolves when something on this machine takes connections there. */
export async function accepting(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true));
      socket.once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (open) return;
    await delay(20);
  }
  throw new Error("mosquitto does not start");
}
