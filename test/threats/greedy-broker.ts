/** A broker that answers as it should, but for the properties of its CONNACK and for what it says once it knows the client. */
import { packet, readSubscribe } from "../support/mqtt-bytes.ts";
import { type Conversation, createOwnBroker, type OwnBroker, politely } from "../support/own-broker.ts";

export interface Greed {
  /** Bytes of MQTT 5 properties in the CONNACK. */
  readonly properties?: readonly number[];
  /** Behind the answer to each subscription. */
  readonly afterwards?: (conversation: Conversation) => void;
}

export interface GreedyBroker extends OwnBroker {
  /** Packets that came, by kind. */
  readonly came: ReadonlyMap<string, number>;
}

export async function createGreedyBroker({ properties = [], afterwards = () => {} }: Greed): Promise<GreedyBroker> {
  const came = new Map<string, number>();
  const broker = await createOwnBroker((conversation, heard) => {
    came.set(heard.kind, (came.get(heard.kind) ?? 0) + 1);
    if (heard.kind !== "connect") politely(conversation, heard);
    else conversation.send(packet("connack", 0, [0, 0, properties.length], properties));
    if (heard.kind === "subscribe" && readSubscribe(heard.body, 5).filters.length > 0) afterwards(conversation);
  });
  return { ...broker, came, [Symbol.asyncDispose]: broker[Symbol.asyncDispose] };
}
