/**
 * How well a Wi-Fi is heard, and whether the access point takes the key: from the kernel's table where it has one, and from
 * wpa_supplicant by its own wpa_cli, which is asked rarely and only while it matters. Sends nothing over the air (level 0).
 */
import { join } from "node:path";
import type { Clock } from "../../base/clock.ts";
import { measured, type Reading } from "../../model/reading.ts";
import type { Link } from "./links.ts";
import { textIn } from "./system-text.ts";
import type { RunTool } from "./tool.ts";

const apartMs = 15_000;
const timeoutMs = 2_000;
/** Nothing is heard below -120 dBm. */
const faintest = 120;

export interface WifiOptions {
  readonly root: string;
  readonly run: RunTool;
  readonly clock: Clock;
  /** Where wpa_supplicant has its control sockets; undefined for wpa_cli's own default. */
  readonly controlFolder: string | undefined;
}

export interface Wifi {
  /** `matters`: something is wrong, so that two programs may be started for it. */
  look(link: Link, matters: boolean): Promise<readonly Reading[]>;
}

/**
 * `wlan0: 0000   54.  -56.  -256 …`, behind the name: status, quality, level. Old drivers give the level as a byte that is
 * 256 too high; other positive numbers have no unit (wireless_seq_printf_stats in net/wireless/wext-proc.c).
 */
export function levelIn(text: string, name: string): number | undefined {
  const line = text.split("\n").find((each) => each.trimStart().startsWith(`${name}:`));
  const level = Number.parseInt(line?.split(":")[1]?.trim().split(/\s+/)[2] ?? "", 10);
  if (Number.isNaN(level)) return undefined;
  if (level < 0) return level;
  return level >= 256 - faintest && level < 256 ? level - 256 : undefined;
}

/** What wpa_cli says in `name=value` lines. */
function fieldOf(text: string, name: string): string | undefined {
  return new RegExp(`^${name}=(.*)$`, "m").exec(text)?.[1];
}

/** Undefined while it is still trying. */
export function authIn(status: string, networks: string): "ok" | "failed" | undefined {
  if (fieldOf(status, "wpa_state") === "COMPLETED") return "ok";
  // Set when the key was wrong, or the access point kept refusing (wpas_auth_failed in wpa_supplicant.c).
  return networks.includes("[TEMP-DISABLED]") ? "failed" : undefined;
}

interface Heard {
  readonly auth: "ok" | "failed" | undefined;
  readonly level: number | undefined;
}

const nothing: Heard = { auth: undefined, level: undefined };

export function createWifi({ root, run, clock, controlFolder }: WifiOptions): Wifi {
  let heard = nothing;
  let askedMs = Number.NEGATIVE_INFINITY;

  async function ask(name: string, command: string): Promise<string> {
    const where = controlFolder === undefined ? [] : ["-p", controlFolder];
    const answer = await run("wpa_cli", [...where, "-i", name, command], { timeoutMs });
    return answer.kind === "done" && answer.code === 0 ? answer.text : "";
  }

  async function askAll({ name, isReady }: Link): Promise<Heard> {
    const status = await ask(name, "status");
    if (status === "") return nothing;
    const auth = authIn(status, await ask(name, "list_networks"));
    const rssi = isReady ? fieldOf(await ask(name, "signal_poll"), "RSSI") : undefined;
    return { auth, level: rssi === undefined ? undefined : Number.parseInt(rssi, 10) };
  }

  /** Asked rarely; while nothing is wrong what was heard is forgotten instead. */
  async function listen(link: Link, matters: boolean): Promise<void> {
    if (clock.monoMs() - askedMs < apartMs) return;
    const worth = matters || heard.auth === "failed";
    if (worth) askedMs = clock.monoMs();
    heard = worth ? await askAll(link) : nothing;
  }

  return {
    look: async (link, matters) => {
      await listen(link, matters);
      const table = textIn(join(root, "proc", "net", "wireless"));
      const level = link.isReady ? (levelIn(table ?? "", link.name) ?? heard.level) : undefined;
      const nowMs = clock.monoMs();
      return [measured("lan.wifi_rssi_dbm", level, nowMs), measured("lan.wifi_auth", heard.auth, nowMs)];
    },
  };
}
