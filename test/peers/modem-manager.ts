/**
 * ModemManager in front of the simulated modem. A pseudo-terminal is in no device tree, so it is given as a "virtual" port
 * through the daemon's own test interface, behind a socket in its working directory.
 */
import { startBus } from "./message-bus.ts";
import { eventually, type Workplace } from "./workplace.ts";

/** What `mmcli -J` prints. */
export type Told = Readonly<Record<string, unknown>>;

export interface ModemManager {
  /** Process of the daemon, and the environment in which mmcli finds it. */
  readonly pid: number;
  readonly env: NodeJS.ProcessEnv;
  /** `mmcli -m 0 …` without output for programs. */
  tell(...args: readonly string[]): Promise<string>;
  /** The modem as it is seen, once `ready` says so. */
  modem(ready: (modem: Told) => boolean): Promise<Told>;
  sim(): Promise<Told>;
  /** The extended signal, once `ready` says so. */
  signal(ready: (signal: Told) => boolean): Promise<Told>;
}

const flags = [
  "--test-session",
  "--test-enable",
  "--no-auto-scan",
  "--test-no-udev",
  "--test-no-qrtr",
  "--test-no-suspend-resume",
];
const name = "org.freedesktop.ModemManager1";
const port = "posmodem1";

function inner(told: Told, key: string): Told {
  const value = told[key];
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** The text at a path such as "generic.state"; empty where there is none. */
export function at(told: Told, path: string): string {
  const keys = path.split(".");
  const value = keys.slice(0, -1).reduce(inner, told)[keys.at(-1) ?? ""];
  return typeof value === "string" ? value : "";
}

function parsed(text: string): Told {
  try {
    return JSON.parse(text);
  } catch {
    return {}; // not there yet: mmcli says so in words
  }
}

export async function startModemManager(
  place: Workplace,
  plugin: "generic" | "quectel",
  more: readonly string[] = [],
): Promise<ModemManager> {
  const env = { DBUS_SESSION_BUS_ADDRESS: await startBus(place) };
  await place.serve(port);
  const { pid = 0 } = place.start("ModemManager", [...flags, ...more], env);
  const mmcli = (...args: readonly string[]) => place.run("mmcli", ["--test-session", ...args], env);
  const ask = async (...args: readonly string[]) => parsed(await mmcli("-J", ...args));
  const profile = ["--object-path", "/org/freedesktop/ModemManager1", "--method", `${name}.Test.SetProfile`];
  await eventually(
    () => place.run("gdbus", ["call", "--session", "--dest", name, ...profile, "pos1", plugin, `['${port}']`], env),
    (answer) => answer.startsWith("()"),
  );
  return {
    pid,
    env,
    tell: (...args) => mmcli("-m", "0", ...args),
    modem: async (ready) => {
      const told = await eventually(
        () => ask("-m", "0"),
        (answer) => ready(inner(answer, "modem")),
      );
      return inner(told, "modem");
    },
    sim: async () => inner(await ask("-i", "0"), "sim"),
    signal: (ready) =>
      eventually(async () => inner(inner(await ask("-m", "0", "--signal-get"), "modem"), "signal"), ready),
  };
}
