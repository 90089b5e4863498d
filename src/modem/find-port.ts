/**
 * Finds the port on which a modem takes commands: candidates in the order in which their USB ids promise most, and then the
 * proof, which is an answer to AT. Nothing is sent to what may be no modem, and nothing to a port another program has open.
 */
import { command } from "../at/commands.ts";
import type { Clock } from "../base/clock.ts";
import { AgentError, type ErrorCode } from "../base/errors.ts";
import { inOrder } from "../base/order.ts";
import { type Holder, holderOf } from "./holders.ts";
import { type OpenPort, type PortSettings, serialPort } from "./port.ts";
import { deviceOf, type ListedPort, listPorts, type Roots, systemRoots } from "./ports.ts";
import { openSession, type Session, type SessionListener } from "./session.ts";
import type { PortRole } from "./usb-table.ts";

/** `at`: it answers. `silent`: nothing came. `left_alone`: it may be no modem. `not_tried`: another one was found before. */
export type Verdict =
  | "at"
  | "nmea"
  | "binary"
  | "silent"
  | "busy"
  | "denied"
  | "gone"
  | "failed"
  | "left_alone"
  | "not_tried";

export interface Look {
  readonly port: ListedPort;
  readonly verdict: Verdict;
  /** Who has it open, when the verdict is `busy` and that can be seen. */
  readonly holder: Holder | undefined;
  /** What the proof took. */
  readonly ms: number;
}

export interface Search {
  readonly found: ListedPort | undefined;
  /** Every candidate, in the order of the search. */
  readonly looks: readonly Look[];
}

export interface FindOptions {
  readonly baudRate: number;
  readonly clock: Clock;
  readonly roots?: Roots;
  readonly openWith?: (settings: PortSettings) => OpenPort;
}

/** One proof: opening, a clean start, and AT twice. */
const openMs = 800;
const answerMs = 1_000;
const tries = 2;
/** Candidates at most; with the time of one proof this bounds the search. */
const mostCandidates = 16;
/** After this no further candidate is begun: whoever waits for the port is told that it fails after 10 s. */
const searchMs = 6_000;

const order: readonly PortRole[] = ["at", "at_secondary", "unknown", "ppp", "other", "nmea", "diag"];

const verdicts: Readonly<Partial<Record<ErrorCode, Verdict>>> = {
  PORT_BUSY: "busy",
  PORT_DENIED: "denied",
  PORT_GONE: "gone",
};

/** The most promising first: by kind, then by role; devices stay together, so that one modem is done with before the next. */
export function ranked(ports: readonly ListedPort[]): readonly ListedPort[] {
  const rank = ({ kind, role }: ListedPort) => (kind === "modem" ? 0 : 100) + order.indexOf(role);
  const best = new Map<string, number>();
  for (const port of ports) best.set(deviceOf(port), Math.min(rank(port), best.get(deviceOf(port)) ?? 1_000));
  const deviceRank = (port: ListedPort) => best.get(deviceOf(port)) ?? 1_000;
  return ports.toSorted(
    (a, b) => deviceRank(a) - deviceRank(b) || inOrder(deviceOf(a), deviceOf(b)) || rank(a) - rank(b),
  );
}

/** For sessions that only ask. */
export const nobody: SessionListener = { urc: () => {}, reset: () => {}, lost: () => {} };

/** A broken device can hold the open call for ever; it is closed again should it ever open. */
async function openedInTime(open: OpenPort, clock: Clock): Promise<Session | undefined> {
  const enough = new AbortController();
  const opening = openSession(open, clock, nobody);
  try {
    const session = await Promise.race([opening, clock.sleep(openMs, enough.signal).then(() => undefined)]);
    if (!session) void opening.then((late) => late.close()).catch(() => undefined);
    return session;
  } finally {
    enough.abort();
  }
}

async function answers(session: Session): Promise<boolean> {
  await session.clean();
  for (let tried = 0; tried < tries; tried += 1) {
    const { kind } = await session.send({ ...command("AT"), deadlineMs: answerMs });
    if (kind === "port_lost") return false;
    // A start banner in place of the answer is a modem as well.
    if (kind !== "silent" && kind !== "refused") return true;
  }
  return false;
}

/** Opens a port and tells by what comes back what it is. Takes at most 3 s. Never rejects for what port or modem do. */
export async function prove(open: OpenPort, clock: Clock): Promise<Verdict> {
  try {
    const session = await openedInTime(open, clock);
    if (!session) return "failed";
    const answered = await answers(session);
    const { nmea, binary, overlong } = session.counts;
    session.close();
    if (answered) return "at";
    if (nmea > 0) return "nmea";
    return binary + overlong > 0 ? "binary" : "silent";
  } catch (error) {
    if (!(error instanceof AgentError)) throw error;
    return verdicts[error.code] ?? "failed";
  }
}

async function look(port: ListedPort, options: FindOptions): Promise<Look> {
  const { clock, baudRate, roots = systemRoots, openWith = serialPort } = options;
  const beganMs = clock.monoMs();
  const looked = (verdict: Verdict, holder?: Holder): Look => ({ port, verdict, holder, ms: clock.monoMs() - beganMs });
  if (port.kind === "doubtful") return looked("left_alone");
  if (port.kind === "guarded") return looked("denied");
  // Root may open a port that is held exclusively (tty_ioctl(4), TIOCEXCL), so the holder is looked for first.
  const holder = await holderOf(port.path, roots);
  if (holder) return looked("busy", holder);
  return looked(await prove(openWith({ path: port.path, baudRate }), clock));
}

/** Looks at one port after the other until one answers. Never rejects for what ports do. */
export async function findPort(options: FindOptions): Promise<Search> {
  const candidates = ranked(await listPorts(options.roots)).slice(0, mostCandidates);
  const dueMs = options.clock.monoMs() + searchMs;
  const looks: Look[] = [];
  let found: ListedPort | undefined;
  for (const port of candidates) {
    const over = found !== undefined || options.clock.monoMs() >= dueMs;
    const looked: Look = over ? { port, verdict: "not_tried", holder: undefined, ms: 0 } : await look(port, options);
    looks.push(looked);
    if (looked.verdict === "at") found = port;
  }
  return { found, looks };
}
