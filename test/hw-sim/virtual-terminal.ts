/** A simulated terminal in virtual time, with its port in the hands of the test. */
import { createMeter } from "../../hw-sim/meter.ts";
import { loadPersona } from "../../hw-sim/persona-file.ts";
import { createTerminal, type Terminal } from "../../hw-sim/terminal.ts";
import { createVirtualTime, type VirtualTime } from "./virtual-time.ts";

const persona = loadPersona("quectel-ec25");

export interface VirtualTerminal extends Terminal {
  readonly time: VirtualTime;
  /** Everything that happened, with its time: bytes out, hang-ups, events. */
  readonly log: string[];
  /** Sends a command line and returns what comes back within five seconds. */
  ask(line: string): string;
  /** What the modem says while `ms` go by. */
  hear(ms: number): string;
}

export function createVirtualTerminal(seed = 1): VirtualTerminal {
  const time = createVirtualTime();
  const log: string[] = [];
  let heard = "";
  const note = (text: string) => void log.push(`${time.nowMs()} ${text}`);
  const terminal = createTerminal({
    persona,
    clock: time,
    seed,
    meter: createMeter(time),
    port: {
      attach: () => note("attach"),
      hangUp: () => note("hang-up"),
      write: (bytes) => {
        heard += bytes.toString("latin1");
        note(JSON.stringify(bytes.toString("latin1")));
      },
    },
    onEvent: note,
  });
  const hear = (ms: number): string => {
    heard = "";
    time.pass(ms);
    return heard;
  };
  return {
    ...terminal,
    time,
    log,
    hear,
    ask: (line) => {
      heard = "";
      terminal.modem.receive(Buffer.from(`${line}\r`, "latin1"));
      const echo = heard;
      return echo + hear(5_000);
    },
  };
}
