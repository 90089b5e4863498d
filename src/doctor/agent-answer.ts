/** The running agent, asked once how it is; what it holds nobody else touches. */
import { type Client, connect, type Reply } from "../client/client.ts";
import type { AgentStatus } from "../model/view.ts";

export type AgentAnswer = { readonly socket: string } & (
  | { readonly kind: "answer"; readonly status: AgentStatus }
  /** Nobody listens: only then nobody holds the port and the broker's session. */
  | { readonly kind: "absent" }
  | { readonly kind: "denied" | "silent" | "strange" }
);

/** Pure. */
export function readAnswer(socket: string, reply: Reply<AgentStatus>): AgentAnswer {
  if (reply.kind === "answer") return { kind: "answer", socket, status: reply.value };
  if (reply.kind === "timeout") return { kind: "silent", socket };
  if (reply.kind !== "unreachable") return { kind: "strange", socket };
  if (reply.code === "ENOENT" || reply.code === "ECONNREFUSED") return { kind: "absent", socket };
  return { kind: reply.code === "EACCES" || reply.code === "EPERM" ? "denied" : "silent", socket };
}

export async function askForStatus(socket: string, stop: AbortSignal): Promise<AgentAnswer> {
  const client: Client = connect({ socket });
  const hangUp = () => client.close();
  stop.addEventListener("abort", hangUp);
  try {
    return readAnswer(socket, await client.status());
  } finally {
    stop.removeEventListener("abort", hangUp);
    client.close();
  }
}
