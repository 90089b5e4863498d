/** What the bench has to say, as JSON lines for programs or as text for people. */
import type { BenchEvent, ServedPaths } from "./bench.ts";
import type { WireLine } from "./line-tap.ts";
import { SHOP_FIELDS } from "./shop/fields.ts";
import { SELL_WORDS } from "./shop/orders.ts";
import { drawScreen, type ScreenView } from "./shop/screen.ts";
import type { TerminalState } from "./terminal.ts";
import type { ScenarioStep } from "./timeline.ts";
import { WORLD_FIELDS } from "./world-fields.ts";

export interface Printer {
  paths(paths: ServedPaths): void;
  event(event: BenchEvent): void;
  wire(line: WireLine): void;
  step(step: ScenarioStep): void;
  /** A command was done; the state after it. */
  state(state: TerminalState & { readonly counter: object }): void;
  error(error: string): void;
  help(): void;
  /** What the merchant sees after a payment. */
  screen(view: ScreenView): void;
  /** The counter after something was changed there. */
  counter(state: object): void;
  cards(names: readonly string[]): void;
}

type Write = (text: string) => void;

const seconds = (at_ms: number) => at_ms / 1_000;

export function createJsonPrinter(write: Write): Printer {
  const line = (value: object) => write(`${JSON.stringify(value)}\n`);
  return {
    paths: line,
    event: (event) => line({ at_s: seconds(event.at_ms), ...eventBody(event) }),
    wire: ({ at_ms, direction, text }) => line({ at_s: seconds(at_ms), [direction]: text }),
    step: ({ at_s, set }) => line({ at_s, scenario: set }),
    state: (state) => line({ ok: true, state }),
    error: (error) => line({ error }),
    help: () =>
      line({ keys: Object.fromEntries([...WORLD_FIELDS, ...SHOP_FIELDS].map(({ name, allowed }) => [name, allowed])) }),
    screen: ({ advice = null, ...view }) => line({ screen: { ...view, posdiag: advice } }),
    counter: (state) => line({ ok: true, counter: state }),
    cards: (names) => line({ cards: names }),
  };
}

function eventBody(event: BenchEvent): object {
  if (event.kind === "modem") return { event: event.event };
  if (event.kind === "path") return { path: event.state };
  const { topic, payload, qos, retain } = event.message;
  return { mqtt: { topic, bytes: payload.length, qos, retain } };
}

export function createTextPrinter(write: Write): Printer {
  const line = (text: string) => write(`${text}\n`);
  const timed = (at_ms: number, text: string) => line(`${seconds(at_ms).toFixed(1).padStart(7)} s  ${text}`);
  const help = () => {
    line('Type a name and a value; also: get, help, quit. As JSON: {"set":{"sim":"absent"}}.');
    for (const { name, allowed } of WORLD_FIELDS) line(`  ${name.padEnd(13)} ${allowed}`);
    line(`At the counter: ${SELL_WORDS}; reprint, cards.`);
    for (const { name, allowed } of SHOP_FIELDS) line(`  ${name.padEnd(16)} ${allowed}`);
  };
  return {
    paths: ({ modem, ports = {}, sys, dev, host, reference, dns, dns_alt, broker }) => {
      line(`modem      ${modem}`);
      for (const [role, path] of Object.entries(ports)) if (path !== modem) line(`  ${role.padEnd(8)} ${path}`);
      if (sys && dev) line(`  shown in ${sys} and ${dev}`);
      line(`host       ${host.name}  ${host.address}:${host.port}`);
      line(`reference  ${reference.name}  ${reference.address}:${reference.port}`);
      line(`dns        ${dns.join(" ")}   alternative ${dns_alt.join(" ")}`);
      line(`broker     ${broker ?? "none"}`);
      line("");
      help();
    },
    event: (event) => timed(event.at_ms, eventText(event)),
    wire: ({ at_ms, direction, text }) => timed(at_ms, `${direction === "to_modem" ? "→" : "←"} ${text}`),
    step: ({ at_s, set }) => timed(at_s * 1_000, `scenario: ${JSON.stringify(set)}`),
    state: (state) => {
      for (const [key, value] of Object.entries(state)) line(`  ${key.padEnd(13)} ${JSON.stringify(value)}`);
    },
    error: line,
    help,
    screen: (view) => {
      for (const row of drawScreen(view)) line(row);
    },
    counter: (state) => {
      for (const [key, value] of Object.entries(state)) line(`  ${key.padEnd(16)} ${JSON.stringify(value)}`);
    },
    cards: (names) => line(`in the drawer: ${names.join(", ")}`),
  };
}

function eventText(event: BenchEvent): string {
  if (event.kind === "modem") return `modem: ${event.event.replaceAll("_", " ")}`;
  if (event.kind === "path") return `data path: ${event.state}`;
  const { topic, payload } = event.message;
  return `mqtt: ${topic} (${payload.length} bytes)`;
}
