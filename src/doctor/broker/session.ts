/**
 * Whether the broker lets this terminal in: a CONNECT of its own client, that leaves no will and no session behind, and goes again. Only where
 * no agent runs: a broker that names clients by their certificates would put that one out.
 */
import type { Clock } from "../../base/clock.ts";
import type { Random } from "../../base/random.ts";
import type { AgentStatus } from "../../model/view.ts";
import type { Credentials } from "../../uplink/credentials.ts";
import type { LinkFailure, LinkFailureKind } from "../../uplink/failure.ts";
import { type LinkOptions, type LinkResult, type MqttVersion, openLink } from "../../uplink/link.ts";
import type { UplinkOptions } from "../../uplink/options.ts";
import { mayTakeAnother, versionsToTry } from "../../uplink/version.ts";
import { createFinder, type Finding } from "../finding.ts";

const find = createFinder("broker_session");
/** As long as an agent that is let in at all needs. */
const patienceMs = 7_000;
const keepaliveS = 60;

/** Pure. What a running agent says of its connection. */
export function judgeUplink({ uplink, outbox }: Pick<AgentStatus, "uplink" | "outbox">): Finding {
  const { since_s, sent, last_error } = uplink;
  const values = { since_s, sent, pending: outbox.pending, error: last_error ?? uplink.state };
  if (uplink.state === "connected") return find("agent", { values });
  return find(uplink.state === "resting" ? "agent_rests" : "agent_away", { values });
}

const reasons: Readonly<
  Partial<Record<LinkFailureKind, "authentication" | "quota" | "moved" | "protocol" | "closed" | "module">>
> = {
  authentication: "authentication",
  tls: "authentication",
  taken_over: "authentication",
  quota: "quota",
  moved: "moved",
  protocol: "protocol",
  closed: "closed",
  pin: "module",
};

/** Pure. */
export function judgeFailure({ kind, code }: LinkFailure, protocol: string): Finding {
  return find(reasons[kind] ?? "network", { values: { code, protocol } });
}

const versionNames: Readonly<Record<MqttVersion, string>> = { 4: "3.1.1", 5: "5" };

interface SignIn {
  readonly options: UplinkOptions;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly random: Random;
}

async function openOnce(base: Omit<LinkOptions, "version">, version: MqttVersion): Promise<LinkResult> {
  const late = new AbortController();
  const over = new AbortController();
  void base.clock.sleep(patienceMs, over.signal).then(() => late.abort());
  try {
    return await openLink({ ...base, version }, late.signal);
  } finally {
    over.abort();
  }
}

/** MQTT 3.1.1 section 3.1.3.1: 23 letters and digits any broker must take. */
function clientId(random: Random): string {
  return `posdiagdoctor${Math.floor(random() * 36 ** 8).toString(36)}`;
}

export async function signIn({ options, credentials, clock, random }: SignIn): Promise<Finding> {
  const base = { ...credentials, clock, url: options.url, clientId: clientId(random), keepaliveS };
  const beganMs = clock.monoMs();
  let failure: LinkFailure = { kind: "closed", code: "none" };
  for (const version of versionsToTry(options.protocol)) {
    const result = await openOnce(base, version);
    const protocol = versionNames[version];
    if (result.kind === "open") {
      await result.link.end();
      return find("ok", { values: { protocol, ms: clock.monoMs() - beganMs } });
    }
    failure = result.failure;
    if (!mayTakeAnother(failure)) break;
  }
  return judgeFailure(failure, options.protocol);
}
