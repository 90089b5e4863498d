/**
 * What compose.yaml starts, without containers: Mosquitto in place of the cluster, PostgreSQL, and each office service as a process with the very
 * arguments that stand there; other paths, hosts and ports, and nothing else.
 */
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sourceProgram } from "../../hw-sim/rig/program.ts";
import { accepting, configuredMosquitto, freePort, type Mosquitto } from "../support/mosquitto.ts";
import { createPostgres } from "../support/postgres.ts";
import { isMap, readYaml, type Yaml } from "./plain-yaml.ts";

const deploy = fileURLToPath(new URL("../../deploy/", import.meta.url));
const [node, ...program] = sourceProgram().words;
export const compose = readYaml(readFileSync(join(deploy, "compose/compose.yaml"), "utf8"));

export const words = (value: Yaml | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((word) => typeof word === "string") : [];

export function serviceOf(name: string): Readonly<Record<string, Yaml>> {
  const { services } = compose;
  const service = isMap(services) ? services[name] : undefined;
  if (!isMap(service)) throw new Error(`compose.yaml has no service ${name}`);
  return service;
}

export interface Secrets {
  /** What prepare.sh makes for a machine called localhost. */
  readonly folder: string;
  /** The authority. */
  readonly pki: string;
}

let made: Secrets | undefined;

/** Made once, and gone when the process is. */
export function secretsOfOffice(): Secrets {
  if (made) return made;
  const place = mkdtempSync(join(tmpdir(), "posdiag-office-"));
  process.once("exit", () => rmSync(place, { recursive: true, force: true }));
  for (const part of ["compose", "pki"]) cpSync(join(deploy, part), join(place, part), { recursive: true });
  const [folder, pki] = [join(place, "compose/secrets"), join(place, "authority")];
  rmSync(folder, { recursive: true, force: true }); // Of whoever runs the real thing here.
  const env = { ...process.env, POSDIAG: [node, ...program].join(" ") };
  execFileSync("sh", [join(place, "compose/prepare.sh"), pki, "localhost", "127.0.0.1"], { env, stdio: "pipe" });
  made = { folder, pki };
  return made;
}

async function createBroker(secrets: string, services: number): Promise<Mosquitto> {
  const shipped = readFileSync(join(deploy, "mosquitto/posdiag.conf"), "utf8");
  const local = await freePort();
  const broker = await configuredMosquitto((dir, port) => {
    for (const name of ["ca.pem", "crl.pem", "broker.pem", "broker.key"]) cpSync(join(secrets, name), join(dir, name));
    cpSync(join(deploy, "mosquitto"), dir, { recursive: true });
    const ports = { "listener 8883": port, "listener 8884": services, "listener 1883": local };
    const own = shipped.replaceAll("/etc/mosquitto/posdiag", dir);
    return [Object.entries(ports).reduce((text, [line, free]) => text.replace(line, `listener ${free}`), own)];
  });
  await broker.start();
  await accepting(services);
  return broker;
}

export interface Office extends AsyncDisposable {
  /** Of the listener for terminals. */
  readonly port: number;
  /** Where it says that it is: the page, or the figures of a collector. */
  url(service: string): string;
  /** What it has said on standard error. */
  said(service: string): string;
}

interface Running {
  readonly child: ChildProcess;
  text: string;
}

const address = /https?:\/\/[\d.]+:\d+/;

async function startService(args: readonly string[], isUp: (text: string) => boolean): Promise<Running> {
  const child = spawn(node, [...program, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  const running: Running = { child, text: "" };
  const orphan = () => child.kill("SIGKILL");
  process.once("exit", orphan);
  child.once("exit", () => process.off("exit", orphan));
  await new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      running.text += chunk;
      if (isUp(running.text)) resolve();
    });
    child.once("exit", (code) => reject(new Error(`${args[0]} ended with ${code}: ${running.text}`)));
  });
  return running;
}

export async function startOffice(secrets: string): Promise<Office> {
  const services = await freePort();
  const broker = await createBroker(secrets, services);
  const postgres = await createPostgres();
  const own = (word: string) =>
    word
      .replace("/run/secrets/", `${secrets}/`)
      .replace("//broker:8884", `//localhost:${services}`)
      .replace(/^--database=.*/, `--database=${postgres.url}`)
      .replace(/^(--metrics=.*):\d+/, "$1:0")
      .replace(/^--listen=.*/, "--listen=127.0.0.1:0");
  const start = async (name: string) => {
    const args = words(serviceOf(name)["command"]).map(own);
    const isCollector = args[0] === "collector";
    const isUp = (text: string) => address.test(text) && (isCollector ? text.includes("connected") : true);
    return [name, await startService(args, isUp)] as const;
  };
  const running = new Map(await Promise.all(["collector1", "collector2", "console"].map(start)));
  return {
    port: broker.port,
    url: (service) => address.exec(running.get(service)?.text ?? "")?.[0] ?? "",
    said: (service) => running.get(service)?.text ?? "",
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...running.values()].map(({ child }) => ended(child)));
      await broker[Symbol.asyncDispose]();
      await postgres[Symbol.asyncDispose]();
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** The exit code of a health check, at another port. */
export function healthOf(check: readonly string[], ports: readonly [string, string]): Promise<number> {
  const [program = "", ...args] = check.map((word) => word.replace(...ports));
  return new Promise((resolve) => {
    execFile(program === "node" ? process.execPath : program, args, (error) => resolve(error ? 1 : 0));
  });
}

export interface Answer {
  readonly status: number;
  readonly cookie: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

export interface Asking {
  readonly ca: Buffer;
  readonly cookie?: string;
  readonly csrf?: string;
  /** Posted. */
  readonly body?: object;
}

/** As a browser does that trusts the authority. */
export function ask(url: string, { ca, cookie = "", csrf = "", body }: Asking): Promise<Answer> {
  const { origin } = new URL(url);
  const own = { origin, "sec-fetch-site": "same-origin", "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const headers = { cookie, "x-csrf-token": csrf, ...(body ? own : {}) };
    const asked = request(url, { ca, method: body ? "POST" : "GET", headers }, async (response) => {
      const text = Buffer.concat(await response.toArray()).toString();
      const [set = ""] = response.headers["set-cookie"] ?? [];
      resolve({ status: response.statusCode ?? 0, cookie: set.split(";")[0] ?? "", json: JSON.parse(text) });
    });
    asked.once("error", reject);
    asked.end(body ? JSON.stringify(body) : undefined);
  });
}
