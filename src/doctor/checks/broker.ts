/** The way to the broker, rung by rung: name, port, TLS, and whether it lets the terminal in. Each rung once in a run. */
import { uplinkOptions } from "../../agent/settings.ts";
import { type Credentials, readCredentials } from "../../uplink/credentials.ts";
import type { LinkFailure } from "../../uplink/failure.ts";
import { type BrokerAddress, brokerAddress } from "../broker/address.ts";
import { judgeHandshake, shakeHands } from "../broker/handshake.ts";
import { knock } from "../broker/knock.ts";
import { lookUp } from "../broker/name.ts";
import { judgeUplink, signIn } from "../broker/session.ts";
import { createFinder, type Finding } from "../finding.ts";
import { type Check, configOf, type Place } from "../place.ts";

const [findName, findTcp, findTls, findSession] = [
  createFinder("broker_name"),
  createFinder("broker_tcp"),
  createFinder("broker_tls"),
  createFinder("broker_session"),
];

interface Climb {
  readonly name: Promise<Finding>;
  readonly tcp: Promise<Finding>;
  readonly tls: Promise<Finding>;
  readonly session: Promise<Finding>;
}

/** What warns is a step all the same. */
function holds({ outcome }: Finding): boolean {
  return outcome === "ok" || outcome === "warn";
}

async function after(below: Promise<Finding>, unreached: Finding, step: () => Promise<Finding>): Promise<Finding> {
  return holds(await below) ? step() : unreached;
}

/** A key in a security module stays there: each sign-in with a wrong PIN is a step towards a locked one. */
function withoutModule(credentials: Credentials): Credentials["tls"] {
  const { ca, cert, key } = credentials.tls ?? {};
  return { ca, ...(key ? { cert, key } : {}) };
}

async function tlsStep(place: Place, address: BrokerAddress, credentials: Credentials | LinkFailure): Promise<Finding> {
  if (!address.isTls) return findTls("plain");
  if ("kind" in credentials) return judgeHandshake({ kind: "failed", failure: credentials }, address, 0);
  const handshake = await shakeHands(address, withoutModule(credentials), place.clock);
  return judgeHandshake(handshake, address, place.clock.wallMs());
}

/** What a running agent says; undefined where none runs. */
async function byAgent({ agent }: Place): Promise<Finding | undefined> {
  const answer = await agent;
  if (answer.kind === "answer") return judgeUplink(answer.status);
  return answer.kind === "absent" ? undefined : findSession("left_alone");
}

function unclimbed(place: Place): Climb {
  const offline = configOf(place) ? "offline" : "needs_config";
  const session = byAgent(place).then((said) => said ?? findSession(offline));
  return {
    name: Promise.resolve(findName(offline)),
    tcp: Promise.resolve(findTcp(offline)),
    tls: Promise.resolve(findTls(offline)),
    session,
  };
}

function climb(place: Place): Climb {
  const config = configOf(place);
  if (!config || place.offline) return unclimbed(place);
  const { clock, random } = place;
  const options = uplinkOptions(config);
  const address = brokerAddress(options.url);
  const credentials = readCredentials(options);
  const name = lookUp(address, clock);
  const tcp = after(name, findTcp("unreached"), () => knock(address, clock));
  const tls = after(tcp, findTls("unreached"), async () => tlsStep(place, address, await credentials));
  const enter = () =>
    after(tls, findSession("unreached"), async () => {
      const read = await credentials;
      if ("kind" in read) return findSession("unreached");
      if (options.tls?.keyUri !== undefined) return findSession("module");
      return signIn({ options, credentials: read, clock, random });
    });
  // Never before it is known that no agent runs.
  return { name, tcp, tls, session: byAgent(place).then((said) => said ?? enter()) };
}

/** All limits are within the limit of the whole: a rung waits for those below it. */
const limitsMs = { name: 6_000, tcp: 12_000, tls: 15_000, session: 19_000 } as const;

/** For one run: the four share one climb. */
export function createBrokerChecks(): readonly Check[] {
  let climbing: Climb | undefined;
  const rung = (at: keyof Climb) => (place: Place) => {
    climbing ??= climb(place);
    return climbing[at];
  };
  return [
    { id: "broker_name", limitMs: limitsMs.name, look: rung("name") },
    { id: "broker_tcp", limitMs: limitsMs.tcp, look: rung("tcp") },
    { id: "broker_tls", limitMs: limitsMs.tls, look: rung("tls") },
    { id: "broker_session", limitMs: limitsMs.session, look: rung("session") },
  ];
}
