/** What the agent or a person can do to learn more, and what it costs. Never a sign-in, never a transaction. */
import type { TestDefinition } from "../model/catalogue.ts";

export const tests = {
  read_modem: { seconds: 1 },
  resolve_host: { seconds: 2, bytes: 150 },
  connect_host: { seconds: 3, bytes: 200 },
  connect_reference: { seconds: 3, bytes: 200 },
  restart_terminal: { seconds: 120, asks: "merchant" },
} as const satisfies Record<string, TestDefinition>;
