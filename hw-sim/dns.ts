/** A name server over UDP on 127.0.0.1 that knows the bench's own names. */
import { createSocket } from "node:dgram";
import packet from "dns-packet";
import type { World } from "./world.ts";

export type DnsMode = World["dns"];

export interface DnsServer {
  /** "127.0.0.1:port", as `Resolver.setServers` takes it. */
  readonly address: string;
  setMode(mode: DnsMode): void;
  close(): Promise<void>;
}

export interface DnsSetup {
  /** Names it knows; all are at 127.0.0.1. */
  readonly names: readonly string[];
  /** Milliseconds before the next answer leaves, or undefined when it gets lost. Asked once for each question. */
  readonly delayMs?: () => number | undefined;
  readonly moved?: (way: "sent" | "received", bytes: number) => void;
}

/** RFC 1035 §4.1.1 RCODE. */
const SERVFAIL = 2;
const NXDOMAIN = 3;
const TTL_S = 5;

export async function createDnsServer({ names, delayMs = () => 0, moved = () => {} }: DnsSetup): Promise<DnsServer> {
  let mode: DnsMode = "ok";
  const socket = createSocket("udp4");
  socket.on("message", (question, client) => {
    moved("sent", question.length);
    const delay = delayMs();
    const answer = mode === "silent" || delay === undefined ? undefined : answerTo(question, mode, names);
    if (!answer) return;
    const send = () =>
      socket.send(answer, client.port, client.address, (error) => {
        if (!error) moved("received", answer.length);
      });
    if (delay === 0) send();
    else setTimeout(() => isOpen && send(), delay).unref();
  });
  let isOpen = true;
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(0, "127.0.0.1", resolve);
  });
  return {
    address: `127.0.0.1:${socket.address().port}`,
    setMode: (to) => {
      mode = to;
    },
    close: () => {
      isOpen = false;
      return new Promise((resolve) => socket.close(() => resolve()));
    },
  };
}

/** Undefined for what is no DNS query: a name server does not answer those. */
function answerTo(question: Buffer, mode: DnsMode, names: readonly string[]): Buffer | undefined {
  const query = decode(question);
  const [asked] = query?.questions ?? [];
  if (query?.type !== "query" || !asked) return undefined;
  const known = names.includes(asked.name.toLowerCase());
  const code = mode === "servfail" ? SERVFAIL : mode === "nxdomain" || !known ? NXDOMAIN : 0;
  return packet.encode({
    type: "response",
    id: query.id ?? 0,
    flags: packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE | code,
    questions: [asked],
    answers: code === 0 && asked.type === "A" ? [{ type: "A", name: asked.name, ttl: TTL_S, data: "127.0.0.1" }] : [],
  });
}

function decode(bytes: Buffer) {
  try {
    return packet.decode(bytes);
  } catch {
    // Not a DNS message; whatever the decoder disliked, there is nothing to answer.
    return undefined;
  }
}
