/** What the agent or a person can do to learn more, and what it costs. Never a sign-in, never a transaction. */
import type { TestDefinition } from "../model/catalogue.ts";

export const tests = {
  read_modem: { seconds: 1 },
  read_links: { seconds: 1 },
  ask_gateway: { seconds: 2 },
  resolve_host: { seconds: 2, bytes: 150 },
  connect_reference: { seconds: 3, bytes: 700 },
  measure_path: { seconds: 3, bytes: 900 },
  connect_host: { seconds: 3, bytes: 200 },
  connect_other_way: { seconds: 4, bytes: 200 },
  shake_hands: { seconds: 4, bytes: 5_000 },
  echo_host: { seconds: 6, bytes: 500 },
  ask_neighbours: { seconds: 5, asks: "merchant" },
  restart_terminal: { seconds: 120, asks: "merchant" },
} as const satisfies Record<string, TestDefinition>;
