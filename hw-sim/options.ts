/** The command line of `npm run sim`. */
import { parseArgs } from "node:util";
import { loadPersona, personaNames } from "./persona-file.ts";
import { isSeed } from "./timeline.ts";

export interface SimOptions {
  readonly json: boolean;
  readonly wire: boolean;
  readonly help: boolean;
  readonly listPersonas: boolean;
  readonly ports: boolean;
  readonly broker: boolean;
  readonly brokerPort: number;
  readonly pace: number;
  readonly persona: string;
  readonly dir?: string;
  readonly scenario?: string;
  readonly seed?: number;
}

export const USUAL_PERSONA = "quectel-ec25";

export const USAGE = `npm run sim -- [options]
Plays one terminal's modem, its network and a broker on this machine.

  --json              one line with the paths served, then one JSON line per event and answer
  --wire              show every line between client and modem, too
  --dir DIR           put the link to the modem's port there (a temporary folder otherwise)
  --persona NAME      the modem to play (${USUAL_PERSONA}); one of
                      ${personaNames().join("\n                      ")}
  --list-personas     their names, one a line
  --ports             all ports of the modem, with folders sys and dev that show them
  --scenario FILE     play it: a file, or a name from hw-sim/scenarios
  --seed N            0 to 4294967295; the same seed replays the same delays (1, or the scenario's)
  --pace X            modem and network X times as fast as life, 0.1 to 100 (1)
  --no-broker         no MQTT broker
  --broker-port N     its port (any free one)
  --lab               a shop's network in namespaces instead, with options of its own (docs/lab.md); needs root
  --help              this text

Commands on stdin, one a line: {"set":{"sim":"absent"}}, {"get":true}, {"inject":"text"}, {"quit":true},
or in words: sim absent, signal weak, get, help, quit. What can be set: docs/simulator.md.
`;

/** Throws an error that says what is allowed. */
export function readOptions(args: readonly string[]): SimOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      json: { type: "boolean", default: false },
      wire: { type: "boolean", default: false },
      help: { type: "boolean", default: false, short: "h" },
      broker: { type: "boolean", default: true },
      ports: { type: "boolean", default: false },
      persona: { type: "string", default: USUAL_PERSONA },
      "list-personas": { type: "boolean", default: false },
      "broker-port": { type: "string", default: "0" },
      pace: { type: "string", default: "1" },
      dir: { type: "string" },
      scenario: { type: "string" },
      seed: { type: "string" },
    },
  });
  const { json, wire, help, broker, ports, persona, dir, scenario, seed } = values;
  const brokerPort = Number(values["broker-port"]);
  if (!(Number.isInteger(brokerPort) && brokerPort >= 0 && brokerPort <= 65_535)) {
    throw new Error("--broker-port must be 0 to 65535");
  }
  const pace = Number(values.pace);
  if (!(pace >= 0.1 && pace <= 100)) throw new Error("--pace must be 0.1 to 100");
  if (seed !== undefined && !(/^\d+$/.test(seed) && isSeed(Number(seed)))) {
    throw new Error("--seed must be a whole number from 0 to 4294967295");
  }
  checkPersona(persona, ports);
  return {
    ...{ json, wire, help, broker, brokerPort, pace, ports, persona },
    listPersonas: values["list-personas"],
    ...(dir !== undefined && { dir }),
    ...(scenario !== undefined && { scenario }),
    ...(seed !== undefined && { seed: Number(seed) }),
  };
}

function checkPersona(name: string, ports: boolean): void {
  if (!personaNames().includes(name)) throw new Error(`--persona must be one of ${personaNames().join(", ")}`);
  if (ports && !loadPersona(name).usb) throw new Error(`--ports: nothing is known of the USB ports of ${name}`);
}
