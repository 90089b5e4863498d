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
  /** Socket of a running agent. */
  readonly agent?: string;
  readonly lang: "zh-CN" | "en";
  /** Gets the terminal's own files, in a folder `root`. */
  readonly root?: string;
}

export const USUAL_PERSONA = "quectel-ec25";

export const USAGE = `npm run sim -- [options]
Plays one terminal's modem, its network, a broker and the counter on this machine, and shows the merchant's screen.

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
  --agent SOCKET      a running posdiag: it is told what happens at the counter, and its advice is on the screen
  --root DIR          the terminal's own sys and proc are laid in DIR/root, for that posdiag's system.root
  --lang zh-CN|en     the language of that advice (zh-CN)
  --lab               a shop's network in namespaces instead, with options of its own (docs/lab.md); needs root
  --help              this text

Commands on stdin, one a line: {"set":{"sim":"absent"}}, {"get":true}, {"inject":"text"}, {"quit":true},
or in words: sim absent, signal weak, get, help, quit. What can be set: docs/simulator.md.
At the counter: sell [CARD] [chip|tap|swipe] [FEN], reprint, cards (what is in the drawer), slot dirty, paper out, and so
on: help shows all. As JSON: {"sell":{"card":"dirty_chip","way":"chip","fen":8800,"wipes":true}}, {"reprint":true}.
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
      lang: { type: "string", default: "zh-CN" },
      agent: { type: "string" },
      root: { type: "string" },
      dir: { type: "string" },
      scenario: { type: "string" },
      seed: { type: "string" },
    },
  });
  const { json, wire, help, broker, ports, persona, dir, scenario, seed, agent, lang, root } = values;
  const brokerPort = numberIn(values["broker-port"], [0, 65_535], "--broker-port must be 0 to 65535");
  if (!Number.isInteger(brokerPort)) throw new Error("--broker-port must be a whole number");
  const pace = numberIn(values.pace, [0.1, 100], "--pace must be 0.1 to 100");
  if (seed !== undefined && !(/^\d+$/.test(seed) && isSeed(Number(seed)))) {
    throw new Error("--seed must be a whole number from 0 to 4294967295");
  }
  if (lang !== "zh-CN" && lang !== "en") throw new Error("--lang must be zh-CN or en");
  checkPersona(persona, ports);
  return {
    ...{ json, wire, help, broker, brokerPort, pace, ports, persona, lang },
    listPersonas: values["list-personas"],
    ...(dir !== undefined && { dir }),
    ...(scenario !== undefined && { scenario }),
    ...(agent !== undefined && { agent }),
    ...(root !== undefined && { root }),
    ...(seed !== undefined && { seed: Number(seed) }),
  };
}

function numberIn(text: string, [low, high]: readonly [number, number], error: string): number {
  const number = Number(text);
  if (!(number >= low && number <= high)) throw new Error(error);
  return number;
}

function checkPersona(name: string, ports: boolean): void {
  if (!personaNames().includes(name)) throw new Error(`--persona must be one of ${personaNames().join(", ")}`);
  if (ports && !loadPersona(name).usb) throw new Error(`--ports: nothing is known of the USB ports of ${name}`);
}
