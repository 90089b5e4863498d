/**
 * A conversation with pcscd over its local socket, protocol 4 (pcsc-lite, src/winscard_msg.h): its version and the states of
 * its readers are asked for, and nothing else. No command that could open a card is written in this program.
 */
import { createConnection, type Socket } from "node:net";
import type { Clock } from "../../base/clock.ts";
import { decodeStates, type ReaderState, statesBytes } from "./states.ts";

/** `lost`: not there, closed, or silent for 3 s. `foreign`: what answers speaks another protocol. */
export type PcscdTrouble = "lost" | "foreign";

export interface Pcscd {
  /** The readers there are now. After a trouble the conversation is over. One question at a time. */
  states(): Promise<readonly ReaderState[] | PcscdTrouble>;
  close(): void;
}

const command = { version: 0x11, states: 0x12 } as const;
const protocol = { major: 4, minor: 4 } as const;
const versionBytes = 12;
const patienceMs = 3_000;

/** `{u32 size, u32 command}` and the body, little-endian as the machine is. */
function message(kind: number, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(body.length, 0);
  head.writeUInt32LE(kind, 4);
  return Buffer.concat([head, body]);
}

function versionBody(): Buffer {
  const body = Buffer.alloc(versionBytes);
  body.writeInt32LE(protocol.major, 0);
  body.writeInt32LE(protocol.minor, 4);
  return body;
}

/** The next `bytes` of the socket; more than that was not asked for and is another protocol. */
function answer(socket: Socket, bytes: number): Promise<Buffer | PcscdTrouble> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let have = 0;
    const end = (result: Buffer | PcscdTrouble): void => {
      socket.off("data", take).off("close", lost);
      resolve(result);
    };
    const lost = (): void => end("lost");
    const take = (part: Buffer): void => {
      parts.push(part);
      have += part.length;
      if (have > bytes) end("foreign");
      else if (have === bytes) end(Buffer.concat(parts));
    };
    socket.on("data", take).on("close", lost);
  });
}

class Conversation implements Pcscd {
  readonly #socket: Socket;
  readonly #clock: Clock;

  constructor(path: string, clock: Clock) {
    this.#clock = clock;
    this.#socket = createConnection({ path });
    // `close` follows every error and tells.
    this.#socket.on("error", () => {});
  }

  /** Undefined when both sides speak protocol 4. */
  async greet(): Promise<PcscdTrouble | undefined> {
    const said = await this.#ask(command.version, versionBody(), versionBytes);
    if (typeof said === "string") return said;
    const agreed = said.readInt32LE(0) === protocol.major && said.readUInt32LE(8) === 0;
    return agreed ? undefined : "foreign";
  }

  async states(): Promise<readonly ReaderState[] | PcscdTrouble> {
    const said = await this.#ask(command.states, Buffer.alloc(0), statesBytes);
    if (typeof said === "string") return said;
    const states = decodeStates(said) ?? "foreign";
    // The ATR of a card stands in it.
    said.fill(0);
    return states;
  }

  close(): void {
    this.#socket.destroy();
  }

  async #ask(kind: number, body: Buffer, bytes: number): Promise<Buffer | PcscdTrouble> {
    if (this.#socket.destroyed) return "lost";
    const answered = new AbortController();
    const silent = this.#clock.sleep(patienceMs, answered.signal).then((): PcscdTrouble => "lost");
    const said = answer(this.#socket, bytes);
    this.#socket.write(message(kind, body));
    const result = await Promise.race([said, silent]);
    answered.abort();
    if (typeof result === "string") this.close();
    return result;
  }
}

/** Opens the socket (a path) and agrees on the protocol. Never rejects. */
export async function openPcscd(path: string, clock: Clock): Promise<Pcscd | PcscdTrouble> {
  const conversation = new Conversation(path, clock);
  const trouble = await conversation.greet();
  if (trouble === undefined) return conversation;
  conversation.close();
  return trouble;
}
