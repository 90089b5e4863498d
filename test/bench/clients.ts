/** One CSQ and one whole status, asked by posdiag and by what a user would take instead, on the same port in one run. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { missingPrograms } from "../front-door/needs.ts";
import { at, startModemManager } from "../peers/modem-manager.ts";
import { openWorkplace, type Workplace } from "../peers/workplace.ts";
import { type Client, type Poll, startRunning } from "./clients/running-client.ts";
import { startedClient } from "./clients/started-client.ts";
import { type Measurement, numberOf, wordOf } from "./measurement.ts";
import { ticksPerSecond } from "./proc.ts";
import { median } from "./statistics.ts";

const execute = promisify(execFile);
const here = (name: string) => fileURLToPath(new URL(`./clients/${name}`, import.meta.url));
/** Between polls: everybody's line has come to rest. */
const restMs = 100;

interface Contender {
  readonly name: string;
  readonly needs: readonly string[];
  readonly polls: readonly Poll[];
  /** Stays running: asked ten times as often, because the clock of processor time is coarse. */
  readonly running?: true;
  start(place: Workplace, gsmFolder: string): Promise<Client>;
}

const contenders: readonly Contender[] = [
  {
    name: "posdiag, running",
    running: true,
    needs: [],
    polls: ["csq", "status"],
    start: ({ bench }) =>
      startRunning([process.execPath, "--import", "tsx", here("posdiag-client.ts"), bench.paths.modem]),
  },
  {
    name: "serialport-gsm, running",
    running: true,
    needs: [],
    polls: ["csq", "status"],
    start: ({ bench }, folder) =>
      startRunning([process.execPath, here("serialport-gsm-client.cjs"), folder, bench.paths.modem]),
  },
  {
    name: "ModemManager with mmcli",
    needs: ["ModemManager", "mmcli", "dbus-daemon"],
    polls: ["csq"],
    start: async (place) => {
      const manager = await startModemManager(place, "quectel", ["--debug"]);
      await manager.modem((modem) => at(modem, "generic.state") === "disabled");
      await manager.tell("-e");
      const csq = ["mmcli", "--test-session", "-m", "0", "--command=AT+CSQ"];
      return startedClient({ programs: { csq: [csq], status: [] }, env: manager.env, daemon: manager.pid });
    },
  },
  {
    name: "gnokii",
    needs: ["gnokii"],
    polls: ["csq", "status"],
    start: async (place) => {
      const config = place.write(
        "gnokiirc",
        `[global]\nport = ${place.bench.paths.modem}\nmodel = AT\nconnection = serial\n`,
      );
      const words = (...args: readonly string[]) => ["gnokii", "--config", config, ...args];
      const csq = [words("--monitor", "once")];
      const status = [words("--getsecuritycodestatus"), words("--getnetworkinfo"), ...csq];
      return startedClient({ programs: { csq, status }, env: { HOME: place.folder } });
    },
  },
  {
    name: "gammu",
    needs: ["gammu"],
    polls: ["csq", "status"],
    start: async (place) => {
      const config = place.write("gammurc", `[gammu]\ndevice = ${place.bench.paths.modem}\nconnection = at115200\n`);
      const words = (...args: readonly string[]) => ["gammu", "-c", config, ...args];
      const csq = [words("monitor", "1")];
      return startedClient({ programs: { csq, status: [words("getsecuritystatus"), words("networkinfo"), ...csq] } });
    },
  },
  {
    name: "comgt",
    needs: ["comgt"],
    polls: ["csq", "status"],
    start: async ({ bench }) => {
      const words = (what: string) => ["comgt", "-d", bench.paths.modem, what];
      return startedClient({ programs: { csq: [words("sig")], status: [words("PIN"), words("reg"), words("sig")] } });
    },
  },
];

interface Row {
  readonly name: string;
  readonly ms: Readonly<Record<Poll, readonly number[]>>;
  readonly cpuMs: Readonly<Record<Poll, number | undefined>>;
  readonly residentKb: number;
}

async function measure(contender: Contender, gsmFolder: string, polls: number): Promise<Row> {
  await using place = await openWorkplace({ pace: 100 });
  await using client = await contender.start(place, gsmFolder);
  const ms: Record<Poll, number[]> = { csq: [], status: [] };
  const cpuMs: Record<Poll, number | undefined> = { csq: undefined, status: undefined };
  const times = contender.running ? 10 * polls : polls;
  for (const poll of contender.polls) {
    await client.poll(poll); // The first one warms up.
    const before = client.ticks();
    for (let done = 0; done < times; done += 1) {
      await delay(restMs);
      ms[poll].push(await client.poll(poll));
    }
    cpuMs[poll] = ((client.ticks() - before) / ticksPerSecond / times) * 1_000;
  }
  return { name: contender.name, ms, cpuMs, residentKb: client.residentKb() };
}

/** The package is no dependency of this project: it is fetched for the measurement, into a folder that goes with it. */
async function fetchGsm(say: (line: string) => void): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-gsm-"));
  say("fetching serialport-gsm 4.0.1 …");
  await execute("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "serialport-gsm@4.0.1"]).catch(
    () => {},
  );
  return folder;
}

function cells({ name, ms, cpuMs, residentKb }: Row): readonly string[] {
  const time = (poll: Poll) => (ms[poll].length === 0 ? "–" : median(ms[poll]).toFixed(1));
  const cpu = (poll: Poll) => cpuMs[poll]?.toFixed(1) ?? "–";
  return [name, time("csq"), time("status"), cpu("csq"), cpu("status"), (residentKb / 1_024).toFixed(1)];
}

const options = {
  polls: { text: "polls of each kind", default: "12" },
  which: { text: "all, or running: only those that stay", default: "all" },
} as const;

export const clients: Measurement = {
  name: "clients",
  summary: "one CSQ and one status beside gnokii, gammu, comgt, mmcli and serialport-gsm",
  options,
  run: async (values, say) => {
    const polls = numberOf(values, "polls", [3, 1_000]);
    const gsmFolder = await fetchGsm(say);
    const rows: Row[] = [];
    const notes: string[] = [];
    const which = wordOf(values, "which", ["all", "running"]);
    for (const contender of contenders.filter(({ running }) => which === "all" || running)) {
      const missing = missingPrograms(contender.needs);
      const unfetched = contender.name.startsWith("serialport-gsm") && !existsSync(join(gsmFolder, "node_modules"));
      if (missing || unfetched) {
        notes.push(`${contender.name} is left out: ${missing ?? "it could not be fetched"}`);
        continue;
      }
      say(contender.name);
      rows.push(await measure(contender, gsmFolder, polls));
    }
    rmSync(gsmFolder, { recursive: true, force: true });
    const columns = ["client", "one CSQ, ms", "status, ms", "CPU a CSQ, ms", "CPU a status, ms", "resident, MB"];
    return {
      tables: [
        {
          title: `Medians of ${polls} polls, ${10 * polls} of what is running; the modem itself answers in 0.4 ms`,
          columns,
          rows: rows.map(cells),
        },
      ],
      notes: [
        ...notes,
        "A status is SIM, signal, registration, cell and bearer. Programs that are started for a poll take as long as they run;",
        "mmcli shows what its daemon has cached, so only the command that it passes on is compared.",
      ],
      data: { rows },
      failed: false,
    };
  },
};
