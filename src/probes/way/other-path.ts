/**
 * The same host through another interface: whether it is the host that does not answer, or the way that is used. Node cannot
 * bind a socket to an interface, so curl does; as a telnet client it sends nothing until it is asked.
 * Level 2 of host-link 8: one connection, closed as soon as it stands.
 */

import { isIPv6 } from "node:net";
import { join } from "node:path";
import type { Clock } from "../../base/clock.ts";
import { absent, measured, type Reading } from "../../model/reading.ts";
import type { Target } from "../connection.ts";
import { textIn } from "./system-text.ts";
import type { RunTool, ToolAnswer } from "./tool.ts";
import type { Way } from "./way.ts";

export const otherPathCost = { connections: 1, bytes: 300 } as const;

export interface OtherPathOptions {
  readonly target: Target;
  readonly way: Way | undefined;
  /** Holds `proc`. */
  readonly root: string;
  readonly run: RunTool;
  readonly clock: Clock;
  readonly timeoutMs: number;
}

/** `* Connected to …` until curl 8.15, `* Established connection to …` since. On stderr; what the host says is thrown away. */
const connected = /^\* (?:Connected|Established connection) to /m;

const slackMs = 1_000;

/** curl(1), EXIT CODES, and its words for errno in the log. */
function outcomeOf(answer: ToolAnswer): "ok" | "timeout" | "refused" | "unreachable" | undefined {
  if (answer.kind === "timeout") return "timeout";
  if (answer.kind === "missing") return undefined;
  if (connected.test(answer.text)) return "ok";
  if (answer.code === 28) return "timeout";
  if (answer.code !== 7) return undefined;
  return answer.text.includes("Connection refused") ? "refused" : "unreachable";
}

/**
 * Whether SO_BINDTODEVICE is ours to use: without it curl falls back to binding an address, and goes the usual way without
 * saying so. Everybody may since Linux 5.7 (commit c427bfec18f2).
 */
function mayBind(root: string): boolean {
  if (process.getuid?.() === 0) return true;
  const release = textIn(join(root, "proc", "sys", "kernel", "osrelease")) ?? "";
  const [major = 0, minor = 0] = release.split(".").map((part) => Number.parseInt(part, 10));
  return major > 5 || (major === 5 && minor >= 7);
}

function argumentsFor({ address, port }: Target, by: string, timeoutMs: number): readonly string[] {
  const seconds = String(timeoutMs / 1_000);
  const host = isIPv6(address) ? `[${address}]` : address;
  return [
    // No configuration file, no proxy, no guessing at brackets, and a log with the connection in it.
    ...["-q", "--noproxy", "*", "-g", "-sS", "-v", "-o", "/dev/null"],
    ...["--interface", `if!${by}`, "--connect-timeout", seconds, "-m", seconds],
    `telnet://${host}:${port}`,
  ];
}

/** `net.tcp_host_other_path`; absent where there is no other interface with a default route, or no curl. */
export async function connectByOther(options: OtherPathOptions): Promise<readonly Reading[]> {
  const { target, way, run, clock, timeoutMs } = options;
  const [other] = way?.others ?? [];
  if (other === undefined || !mayBind(options.root)) {
    return [absent("net.tcp_host_other_path", clock.monoMs())];
  }
  const limits = { timeoutMs: timeoutMs + slackMs, until: connected };
  const outcome = outcomeOf(await run("curl", argumentsFor(target, other, timeoutMs), limits));
  return [measured("net.tcp_host_other_path", outcome, clock.monoMs())];
}
