/** The certificates with which the acquirer's host is judged, read once at the start. */
import { readFileSync } from "node:fs";
import { namedFileProblems } from "../config/named-files.ts";
import type { Trust } from "../probes/path.ts";
import type { Site } from "./site.ts";

/**
 * Undefined where the host speaks no TLS, and where a file is not what it must be: then that is logged, and the agent goes
 * without. It is no reason to be blind for everything else.
 */
export function readTrust({ config, log }: Pick<Site, "config" | "log">): Trust | undefined {
  if (config["acquirer.tls"] !== "on") return undefined;
  const wrong = namedFileProblems(config).filter(({ key }) => key.startsWith("acquirer."));
  for (const { key, what } of wrong) log("warning", "config.file_unusable", { key, what });
  if (wrong.length > 0) return undefined;
  const text = (path: string | undefined): string | undefined => path && readFileSync(path, "utf8");
  const [trust, cert, key] = [
    config["acquirer.ca_file"],
    config["acquirer.cert_file"],
    config["acquirer.key_file"],
  ].map(text);
  const identity = cert !== undefined && key !== undefined ? { cert, key } : undefined;
  return { name: config["acquirer.server_name"] ?? config["acquirer.host"], trust, identity };
}
