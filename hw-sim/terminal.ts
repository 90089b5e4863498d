/**
 * One terminal's modem in its surroundings: the world that is set, the modem that follows it, and what becomes of the data
 * path. No sockets and no files here; with a virtual clock it replays exactly.
 */
import type { SimNow } from "./attachment.ts";
import type { SimClock } from "./clock.ts";
import type { Meter } from "./meter.ts";
import { Modem } from "./modem.ts";
import { type PathState, pathState } from "./path.ts";
import type { Persona } from "./persona.ts";
import type { ModemPort } from "./port-group.ts";
import { createUnrest } from "./unrest.ts";
import { HEALTHY_WORLD, type RegistrationStat, type World } from "./world.ts";
import { readSet, type SetRequest } from "./world-input.ts";

/** The world as set, and what the modem has made of it so far. */
export interface TerminalState extends World {
  readonly modem: {
    readonly running: boolean;
    readonly sim: SimNow;
    readonly stat: RegistrationStat;
    readonly bearer: boolean;
  };
  readonly path: PathState;
}

export interface Terminal {
  readonly modem: Modem;
  /** Changes the world. Throws a RangeError that says what is allowed, and then changes nothing. */
  set(request: SetRequest): void;
  state(): TerminalState;
}

export interface TerminalSetup {
  readonly persona: Persona;
  readonly clock: SimClock;
  readonly seed: number;
  readonly port: ModemPort;
  readonly meter: Meter;
  /** What the network says the time is; the machine's where nothing is given. */
  readonly wallMs?: () => number;
  /** Something happened to the modem, such as "sim_removed" or "port_gone". */
  readonly onEvent?: (event: string) => void;
  /** The world or the bearer has changed, and with it perhaps the path. */
  readonly onPath?: (state: PathState, world: World) => void;
}

/** Starts settled: registered, with a bearer, as a terminal that has been on for hours. */
export function createTerminal(setup: TerminalSetup): Terminal {
  const { onEvent = () => {}, onPath = () => {}, meter, wallMs = Date.now, ...rest } = setup;
  let world = HEALTHY_WORLD;
  const unrest = createUnrest({
    clock: setup.clock,
    seed: setup.seed,
    world: () => world,
    moved: (before) => follow(before),
    report: () => modem.storm(),
  });
  const path = (): PathState => pathState(unrest.now(), modem.attachment.bearer);
  const followPath = (): void => {
    meter.follow(path(), modem.attachment.bearer);
    onPath(path(), world);
  };
  const follow = (before: World): void => {
    modem.follow(before);
    followPath();
  };
  const change = (part: Partial<World>): void => {
    const before = unrest.now();
    world = { ...world, ...part };
    unrest.follow();
    follow(before);
  };
  const modem: Modem = new Modem({
    ...rest,
    wallMs,
    world: unrest.now,
    changeWorld: change,
    traffic: () => meter.read(),
    happened: (event) => {
      onEvent(event);
      followPath();
    },
  });
  modem.startSettled();
  followPath();
  return {
    modem,
    set: (request) => {
      const result = readSet(request);
      if (result.kind === "bad") throw new RangeError(result.error);
      change(result.change);
    },
    state: () => {
      const { sim, stat, bearer } = modem.attachment;
      return { ...world, modem: { running: modem.running, sim, stat, bearer }, path: path() };
    },
  };
}
