/** Restarts nobody asked for: a supply that gives way under load, or firmware that dies soon after every boot. */
import { createAgenda, type SimClock } from "./clock.ts";
import type { Range } from "./persona.ts";
import type { Dice } from "./random.ts";
import type { World } from "./world.ts";

/** From the transmission that pulls a weak supply down to the reset. */
const SAG_MS: Range = [800, 4_000];
/** From a boot to the next death of the firmware. */
const DEATH_MS: Range = [3_000, 12_000];

export interface CrashSetup {
  readonly clock: SimClock;
  readonly dice: Dice;
  readonly power: () => World["power"];
  readonly crash: () => void;
}

export interface Crash {
  /** The modem is up. */
  booted(): void;
  /** The transmitter comes on. */
  loaded(): void;
  /** Whatever was to come does not. */
  callOff(): void;
}

export function createCrash({ clock, dice, power, crash }: CrashSetup): Crash {
  const agenda = createAgenda(clock);
  const plan = (kind: World["power"], within: Range): void => {
    if (power() !== kind) return;
    agenda.clear();
    agenda.after(dice.between(within), crash);
  };
  return {
    booted: () => plan("reset_loop", DEATH_MS),
    loaded: () => plan("brownout", SAG_MS),
    callOff: () => agenda.clear(),
  };
}
