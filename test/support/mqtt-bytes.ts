/**
 * MQTT packets as bytes (MQTT 5.0 and 3.1.1, sections 2 and 3), read and written by hand: what a client of ours puts on the
 * wire is judged without the library that put it there, and a broker may be as wrong as a test wants it.
 */
const early = ["", "connect", "connack", "publish", "puback", "pubrec", "pubrel", "pubcomp", "subscribe", "suback"];
const later = ["unsubscribe", "unsuback", "pingreq", "pingresp", "disconnect", "auth"];
const names = [...early, ...later];

export interface Packet {
  readonly kind: string;
  readonly flags: number;
  readonly body: Buffer;
}

/** Cuts a stream into packets; hand it every chunk. */
export function createCutter(): (chunk: Buffer) => readonly Packet[] {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const packets: Packet[] = [];
    for (;;) {
      const length = new Cursor(rest.subarray(1)).maybeVarint();
      if (!length || rest.length < 1 + length.bytes + length.value) return packets;
      const [start, end] = [1 + length.bytes, 1 + length.bytes + length.value];
      const first = rest[0] ?? 0;
      packets.push({ kind: names[first >> 4] ?? "", flags: first & 15, body: rest.subarray(start, end) });
      rest = rest.subarray(end);
    }
  };
}

/** How wide a property's value is (MQTT 5.0 section 2.2.2.2): bytes, or `text` and `pair` for strings. */
const widths: Readonly<Record<number, number | "text" | "pair" | "varint">> = {
  ...{ 1: 1, 23: 1, 25: 1, 36: 1, 37: 1, 40: 1, 41: 1, 42: 1 },
  ...{ 19: 2, 33: 2, 34: 2, 35: 2, 2: 4, 17: 4, 24: 4, 39: 4, 11: "varint" },
  ...{ 3: "text", 8: "text", 9: "text", 18: "text", 21: "text", 22: "text" },
  ...{ 26: "text", 28: "text", 31: "text", 38: "pair" },
};

/** By number of the property; strings as text. */
export type Properties = Readonly<Record<number, number | string>>;

class Cursor {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  maybeVarint(): { readonly value: number; readonly bytes: number } | undefined {
    let value = 0;
    for (let place = 0; place < 4; place++) {
      const byte = this.#bytes[this.#at + place];
      if (byte === undefined) return undefined;
      value += (byte & 127) * 128 ** place;
      if (byte < 128) return { value, bytes: place + 1 };
    }
    throw new RangeError("a length of more than four bytes");
  }

  number(bytes: number): number {
    this.#at += bytes;
    return this.#bytes.readUIntBE(this.#at - bytes, bytes);
  }

  take(length = this.#bytes.length - this.#at): Buffer {
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  binary(): Buffer {
    return this.take(this.number(2));
  }

  text(): string {
    return this.binary().toString("utf8");
  }

  varint(): number {
    const { value, bytes } = this.maybeVarint() ?? { value: 0, bytes: 0 };
    this.#at += bytes;
    return value;
  }

  properties(): Properties {
    const end = this.varint() + this.#at;
    const found: Record<number, number | string> = {};
    while (this.#at < end) {
      const name = this.number(1);
      const width = widths[name];
      if (width === undefined) throw new RangeError(`no property 0x${name.toString(16)}`);
      if (width === "pair") found[name] = `${this.text()}=${this.text()}`;
      else if (width === "text") found[name] = this.text();
      else found[name] = width === "varint" ? this.varint() : this.number(width);
    }
    return found;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }
}

export interface Connect {
  readonly version: number;
  readonly cleanStart: boolean;
  readonly keepaliveS: number;
  readonly properties: Properties;
  readonly clientId: string;
  readonly will?: Published;
}

export interface Published {
  readonly topic: string;
  readonly payload: Buffer;
  readonly qos: number;
  readonly retain: boolean;
  readonly properties: Properties;
}

export function readConnect(body: Buffer): Connect {
  const cursor = new Cursor(body);
  cursor.text();
  const [version, flags, keepaliveS] = [cursor.number(1), cursor.number(1), cursor.number(2)];
  const properties = version >= 5 ? cursor.properties() : {};
  const about = { version, cleanStart: (flags & 2) > 0, keepaliveS, properties, clientId: cursor.text() };
  if ((flags & 4) === 0) return about;
  const ofWill = version >= 5 ? cursor.properties() : {};
  const [topic, payload] = [cursor.text(), cursor.binary()];
  return { ...about, will: { topic, payload, qos: (flags >> 3) & 3, retain: (flags & 32) > 0, properties: ofWill } };
}

export function readPublish({ flags, body }: Packet, version: number): Published & { readonly id: number } {
  const cursor = new Cursor(body);
  const qos = (flags >> 1) & 3;
  const topic = cursor.text();
  const id = qos > 0 ? cursor.number(2) : 0;
  const properties = version >= 5 ? cursor.properties() : {};
  return { topic, id, properties, payload: cursor.take(), qos, retain: (flags & 1) > 0 };
}

export interface Subscribe {
  readonly id: number;
  readonly filters: readonly { readonly filter: string; readonly qos: number }[];
}

export function readSubscribe(body: Buffer, version: number): Subscribe {
  const cursor = new Cursor(body);
  const id = cursor.number(2);
  if (version >= 5) cursor.properties();
  const filters: { filter: string; qos: number }[] = [];
  while (!cursor.isAtEnd) filters.push({ filter: cursor.text(), qos: cursor.number(1) & 3 });
  return { id, filters };
}

export function packet(kind: string, flags: number, ...parts: readonly (Buffer | readonly number[])[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const length: number[] = [];
  for (let left = body.length; length.length === 0 || left > 0; left = Math.floor(left / 128)) {
    length.push((left % 128) + (left >= 128 ? 128 : 0));
  }
  return Buffer.concat([Buffer.from([(names.indexOf(kind) << 4) | flags, ...length]), body]);
}

export function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}

const pair = (id: number) => [id >> 8, id & 255];
/** No properties, where the version has them. */
const none = (version: number) => (version >= 5 ? [0] : []);

export const connack = (version: number, code = 0) => packet("connack", 0, [0, code], none(version));
export const puback = (id: number) => packet("puback", 0, pair(id));
export const suback = (version: number, { id, filters }: Subscribe) =>
  packet(
    "suback",
    0,
    pair(id),
    none(version),
    filters.map(() => 1),
  );
export const pingresp = () => packet("pingresp", 0);

/** QoS 0, unless it has a number. */
export function publish(
  version: number,
  message: Pick<Published, "topic" | "payload" | "retain">,
  id?: number,
): Buffer {
  const flags = (message.retain ? 1 : 0) | (id === undefined ? 0 : 2);
  return packet(
    "publish",
    flags,
    text(message.topic),
    id === undefined ? [] : pair(id),
    none(version),
    message.payload,
  );
}
