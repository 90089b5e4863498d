/** A simulated terminal in virtual time, with its port in the hands of the test. */
import { createMeter } from "../../hw-sim/meter.ts";
import type { Persona, PortRole } from "../../hw-sim/persona.ts";
import { loadPersona } from "../../hw-sim/persona-file.ts";
import { createTerminal, type Terminal } from "../../hw-sim/terminal.ts";
import { createVirtualTime, type VirtualTime } from "./virtual-time.ts";

export interface VirtualTerminal extends Terminal {
  readonly time: VirtualTime;
  /** Everything that happened, with its time: bytes out, hang-ups, events. */
  readonly log: string[];
  /** Sends a command line and returns what comes back within five seconds. */
  ask(line: string): string;
  /** What the modem says while `ms` go by. */
  hear(ms: number): string;
  /** What another port than the first has said so far. */
  said(role: PortRole): string;
}

/** Read and checked once each: it takes longer than most of what a test then asks of it. */
const personas = new Map<string, Persona>();

function personaOf(name: string): Persona {
  const persona = personas.get(name) ?? loadPersona(name);
  personas.set(name, persona);
  return persona;
}

export function createVirtualTerminal(seed = 1, name = "quectel-ec25", roles?: readonly PortRole[]): VirtualTerminal {
  const time = createVirtualTime();
  const log: string[] = [];
  let heard = "";
  const others = new Map<PortRole, string>();
  const note = (text: string) => void log.push(`${time.nowMs()} ${text}`);
  const terminal = createTerminal({
    persona: personaOf(name),
    clock: time,
    seed,
    meter: createMeter(time),
    port: {
      ...(roles && { roles }),
      attach: (link) => note(link === "modem" ? "attach" : `attach ${link}`),
      hangUp: () => note("hang-up"),
      write: (bytes, role) => {
        if (role !== "at") {
          others.set(role, (others.get(role) ?? "") + bytes.toString("latin1"));
          return;
        }
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
    said: (role) => others.get(role) ?? "",
    ask: (line) => {
      heard = "";
      terminal.modem.receive(Buffer.from(`${line}\r`, "latin1"));
      const echo = heard;
      return echo + hear(5_000);
    },
  };
}
