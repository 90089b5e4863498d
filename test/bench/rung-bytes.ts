/** What each rung of the ladder costs on the wire, beside what the governor books for it: IP packets as tshark counts them. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { type Acquirer, createAcquirer } from "../../hw-sim/acquirer.ts";
import { createDnsServer, type DnsServer } from "../../hw-sim/dns.ts";
import { createReference, type Reference } from "../../hw-sim/reference.ts";
import { systemClock } from "../../src/base/clock.ts";
import { createPath, type PathOptions } from "../../src/probes/path.ts";
import { type RungId, rungs } from "../../src/probes/rungs.ts";
import { runTool } from "../../src/probes/way/tool.ts";
import type { Measurement, Outcome } from "./measurement.ts";

interface Bench {
  readonly dns: DnsServer;
  readonly host: Acquirer;
  readonly reference: Reference;
}

interface Case {
  readonly rung: RungId;
  readonly what: string;
  readonly filter: (bench: Bench) => string;
  /** Brings the world into the state that is measured. */
  readonly arrange?: (bench: Bench) => Promise<void> | void;
  readonly path?: (bench: Bench) => Partial<PathOptions>;
}

const name = "host.acquirer.test";
const dnsPort = ({ dns }: Bench) => `udp port ${dns.address.split(":")[1]}`;
const hostPort = ({ host }: Bench) => `tcp port ${host.port}`;
const referencePort = ({ reference }: Bench) => `tcp port ${reference.port}`;
const identity = { tpdu: "6000030000", header: "603100310000", terminal: "00004711", merchant: "ACME00000004711" };
const tls = ({ host }: Bench) => ({ tls: { name, trust: host.root, identity: undefined } });
const speakTls = ({ host }: Bench) => host.set({ tls: "good" });

const cases: readonly Case[] = [
  { rung: "name", what: "answered", filter: dnsPort },
  { rung: "name", what: "no answer", filter: dnsPort, arrange: ({ dns }) => dns.setMode("silent") },
  {
    rung: "outside",
    what: "web page, 204",
    filter: referencePort,
    path: ({ reference }) => ({ portalUrl: `http://127.0.0.1:${reference.port}/generate_204` }),
  },
  { rung: "outside", what: "connection", filter: referencePort },
  { rung: "quality", what: "of an address, answered", filter: () => "icmp" },
  { rung: "host", what: "taken", filter: hostPort },
  { rung: "host", what: "refused", filter: hostPort, arrange: ({ host }) => host.setMode("down") },
  { rung: "host", what: "black hole, 5 s", filter: hostPort, arrange: ({ host }) => host.setMode("blackhole") },
  { rung: "host_ping", what: "answered", filter: () => "icmp" },
  { rung: "tls", what: "P-256, chain of two", filter: hostPort, arrange: speakTls, path: tls },
  { rung: "echo", what: "TCP", filter: hostPort },
  { rung: "secure_echo", what: "P-256, chain of two", filter: hostPort, arrange: speakTls, path: tls },
];

/** "Capturing on 'Loopback: lo'" is said a moment before it is so. */
async function capturing(shark: ChildProcessByStdio<null, Readable, Readable>): Promise<void> {
  let said = "";
  shark.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  while (!said.includes("Capturing on") && shark.exitCode === null) await delay(50);
  await delay(700);
}

/** Bytes of IP that match while `act` runs, both ways. */
async function counted(filter: string, act: () => Promise<unknown>): Promise<readonly number[]> {
  const shark = spawn("tshark", ["-i", "lo", "-l", "-n", "-q", "-T", "fields", "-e", "ip.len", "-f", filter], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  shark.stdout.on("data", (chunk) => {
    text += String(chunk);
  });
  await capturing(shark);
  await act();
  await delay(700);
  shark.kill("SIGINT");
  if (shark.exitCode === null) await once(shark, "exit");
  return text.split("\n").filter(Boolean).map(Number);
}

function make(bench: Bench, change: Partial<PathOptions>): ReturnType<typeof createPath> {
  const { dns, host, reference } = bench;
  return createPath({
    host: name,
    address: "127.0.0.1",
    port: host.port,
    reference: { host: "127.0.0.1", port: reference.port },
    servers: [dns.address],
    alternativeServers: [],
    connectTimeoutMs: 5_000,
    echo: identity,
    root: "/",
    run: runTool,
    way: () => undefined,
    clock: systemClock,
    ...change,
  });
}

async function measure(bench: Bench, { rung, what, filter, arrange, path }: Case): Promise<readonly string[]> {
  bench.dns.setMode("ok");
  bench.host.set({});
  await bench.host.setMode("up");
  await arrange?.(bench);
  const errand = make(bench, path?.(bench) ?? {}).errand(rung);
  if (!errand) throw new Error(`${rung} cannot be climbed`);
  const lengths = await counted(filter(bench), errand);
  const bytes = lengths.reduce((sum, length) => sum + length, 0);
  return [rung, what, String(lengths.length), String(bytes), String(rungs[rung].bytes)];
}

export const rungBytes: Measurement = {
  name: "rungs",
  summary: "bytes of each active probe on the wire, beside what is booked for it (tshark, root)",
  options: {},
  run: async (_values, say): Promise<Outcome> => {
    const now = () => new Date();
    const bench: Bench = {
      dns: await createDnsServer({ names: [name] }),
      host: await createAcquirer({ name, seed: 1, now }),
      reference: await createReference({ name: "reference.test", now }),
    };
    const rows: (readonly string[])[] = [];
    for (const each of cases) {
      say(`rungs: ${each.rung}, ${each.what}`);
      rows.push(await measure(bench, each));
    }
    await Promise.all([bench.dns.close(), bench.host.close(), bench.reference.close()]);
    const over = rows.filter(([, , , bytes, booked]) => Number(bytes) > Number(booked));
    return {
      tables: [
        { title: "Rungs on the wire, IPv4, both ways", columns: ["rung", "", "packets", "bytes", "booked"], rows },
      ],
      notes: over.map(([rung, what]) => `${rung}, ${what}: more than is booked.`),
      data: { rows },
      failed: rows.some(([, , packets]) => packets === "0"),
    };
  },
};
