/** How the commands that ask a running agent find it, and what they say when it is not there. */
import { AgentError } from "../base/errors.ts";
import { type Client, connect, type Reply } from "../client/client.ts";
import type { Config } from "../config/config.ts";
import { loadConfigFile } from "../config/file.ts";
import { schema } from "../config/schema.ts";
import type { Language } from "../model/text.ts";
import { usageError } from "./arguments.ts";

export const linkOptions = { socket: { type: "string" }, config: { type: "string" } } as const;

export const linkHelp = `  --socket PATH   the agent's socket (default ${schema["ipc.socket"].default})
  --config FILE   take the socket from the agent's configuration`;

export interface LinkArguments {
  readonly socket?: string | undefined;
  readonly config?: string | undefined;
}

export interface Target {
  readonly socket: string;
  readonly config: Config | undefined;
}

/** @throws AgentError USAGE, CONFIG_INVALID */
export async function findAgent(command: string, { socket, config }: LinkArguments): Promise<Target> {
  if (socket !== undefined && config !== undefined) throw usageError(command, "--socket and --config contradict");
  if (socket !== undefined) return { socket, config: undefined };
  if (config === undefined) return { socket: schema["ipc.socket"].default, config: undefined };
  const loaded = await loadConfigFile(config);
  return { socket: loaded["ipc.socket"], config: loaded };
}

/** Asks one question. @throws AgentError AGENT_UNREACHABLE when there is no answer, whatever the reason. */
export async function askAgent<T>(
  target: { readonly socket: string; readonly language?: Language },
  stop: AbortSignal,
  question: (client: Client) => Promise<Reply<T>>,
): Promise<T> {
  const client = connect(target);
  const hangUp = () => client.close();
  stop.addEventListener("abort", hangUp);
  try {
    const reply = await question(client);
    if (reply.kind === "answer") return reply.value;
    throw new AgentError("AGENT_UNREACHABLE", stop.aborted ? "interrupted" : whyNot(reply, target.socket));
  } finally {
    stop.removeEventListener("abort", hangUp);
    client.close();
  }
}

const howToStart = "Start it with `systemctl start posdiag`, or by hand with `posdiag agent --config FILE`.";

function whyNot(reply: Exclude<Reply<never>, { kind: "answer" }>, socket: string): string {
  switch (reply.kind) {
    case "unreachable":
      return reply.code === "EACCES"
        ? `no permission for ${socket}. Use it as root, or as a member of the socket's group (ipc.group).`
        : `nobody listens at ${socket} (${reply.code}). ${howToStart}`;
    case "timeout":
      return `the agent at ${socket} did not answer within ${reply.afterMs / 1_000} s`;
    case "refused":
      return `the agent at ${socket} refused the question (${reply.refused})`;
    case "not_understood":
      return `what listens at ${socket} does not answer as an agent of this version does`;
  }
}
