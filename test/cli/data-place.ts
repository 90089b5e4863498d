/** A terminal's configuration and keys in a folder, and packs made for it, for tests of the commands about signed data. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAgentError } from "../../src/base/errors.ts";
import { dataBackCommand } from "../../src/cli/data-back.ts";
import { dataInstallCommand } from "../../src/cli/data-install.ts";
import { dataListCommand } from "../../src/cli/data-list.ts";
import { dataPackCommand } from "../../src/cli/data-pack.ts";
import { dataShowCommand } from "../../src/cli/data-show.ts";
import { supportKeygenCommand } from "../../src/cli/support-keygen.ts";
import { runCaptured } from "./captured-io.ts";

const commands = {
  back: dataBackCommand,
  install: dataInstallCommand,
  list: dataListCommand,
  pack: dataPackCommand,
  show: dataShowCommand,
} as const;

export interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** As the process would end: an AgentError becomes its exit code and text. */
export async function data(what: keyof typeof commands, ...args: readonly string[]): Promise<Said> {
  try {
    return await runCaptured(commands[what], args);
  } catch (error) {
    if (!isAgentError(error)) throw error;
    return { exit: error.exit, out: "", err: error.message };
  }
}

export interface DataPlace {
  readonly folder: string;
  readonly config: string;
  readonly key: string;
  readonly keysFile: string;
  /** Makes `acme-<version>` of the response codes in it. */
  pack(version: number, ...more: readonly string[]): Promise<string>;
  end(): void;
}

export async function openDataPlace(): Promise<DataPlace> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-data-"));
  await runCaptured(supportKeygenCommand, ["--out", folder, "--name", "anna", "--may", "data"]);
  const [config, codes, key] = ["config.json", "codes.json", "anna.key"].map((name) => join(folder, name));
  const keysFile = join(folder, "anna.pub.json");
  const settings = {
    terminal: { tenant: "acme", serial: "PX7-00042" },
    modem: { port: "/dev/ttyUSB2" },
    acquirer: { host: "pos.example.com", port: 5500 },
    uplink: { url: "mqtts://broker.example.com" },
    outbox: { dir: join(folder, "state", "outbox") },
    data: { keys_file: keysFile },
  };
  writeFileSync(config ?? "", JSON.stringify(settings));
  writeFileSync(codes ?? "", '{ "Y7": "merchant_frozen" }');
  return {
    ...{ folder, keysFile, config: config ?? "", key: key ?? "" },
    pack: async (version, ...more) => {
      const file = join(folder, `acme-${version}-${more.length}.posdata`);
      const usual = ["--key", key ?? "", "--name", "acme", "--version", String(version), "--out", file];
      const made = await data("pack", ...usual, `codes=${codes}`, ...more);
      if (made.exit !== 0) throw new Error(made.err);
      return file;
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const textOf = (path: string): string => readFileSync(path, "utf8");
