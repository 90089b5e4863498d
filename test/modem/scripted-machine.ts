/** A machine in memory: ports that a test scripts behind the paths of a fake system, on a clock that runs ten times as fast. */
import { type Clock, systemClock } from "../../src/base/clock.ts";
import { AgentError } from "../../src/base/errors.ts";
import type { FindOptions } from "../../src/modem/find-port.ts";
import { FakeSystem } from "./fake-system.ts";
import { ScriptedPort } from "./scripted-port.ts";

const pace = 10;

/** Files are read in real time, so this time has to pass by itself. */
export const quickClock: Clock = {
  wallMs: () => systemClock.wallMs(),
  monoMs: () => systemClock.monoMs() * pace,
  sleep: (ms, signal) => systemClock.sleep(ms / pace, signal),
};

/** What answers a request; undefined is silence. */
export type Script = (request: string) => string | undefined;

export const answering: Script = (request) => (request === "AT" ? "\r\nOK\r\n" : undefined);
export const silent: Script = () => undefined;
/** A GPS port that tells where it is whatever it is told. */
export const positions: Script = () => "$GPGSV,1,1,00*79\r\n";
/** A diagnostic port rejects what is no frame of its own with bytes that are no text. */
export const frames: Script = () => "\x7e\x13\x41\x54\xb5\x01\x7e\r\n";

export class ScriptedMachine extends FakeSystem {
  /** By name, such as ttyUSB2, in the order of opening. */
  readonly opened: string[] = [];
  readonly ports = new Map<string, ScriptedPort>();

  readonly options: FindOptions = {
    baudRate: 115_200,
    clock: quickClock,
    roots: this.roots,
    openWith:
      ({ path }) =>
      (listener) => {
        const tty = path.slice(this.roots.dev.length + 1);
        this.opened.push(tty);
        const port = this.ports.get(tty);
        if (!port) return Promise.reject(new AgentError("PORT_GONE", path));
        return port.open(listener);
      },
  };

  script(tty: string, script: Script): ScriptedPort {
    const port = new ScriptedPort();
    port.onRequest = (request) => {
      const answer = script(request);
      if (answer !== undefined) queueMicrotask(() => port.say(answer));
    };
    this.ports.set(tty, port);
    return port;
  }
}
