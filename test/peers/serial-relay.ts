/**
 * A serial port behind a socket, for clients that take no pseudo-terminal. The port stays open and has one reader: with a relay
 * process for each connection, one whose client has gone takes the reply away from the next.
 */
import { createServer, type ListenOptions, type Socket } from "node:net";
import { SerialPort } from "serialport";

export interface SerialRelay {
  close(): Promise<void>;
}

/** What the modem says goes to whoever connected last; to nobody when that one has gone. */
export async function openSerialRelay(path: string, listen: ListenOptions): Promise<SerialRelay> {
  const serial = new SerialPort({ path, baudRate: 115_200, autoOpen: false });
  await new Promise<void>((resolve, reject) => serial.open((error) => (error ? reject(error) : resolve())));
  let client: Socket | undefined;
  serial.on("data", (bytes: Buffer) => void (client?.writable && client.write(bytes)));
  const server = createServer((socket) => {
    client = socket;
    socket.on("data", (bytes) => void serial.write(bytes));
    // A client that was killed; its place is free for the next.
    socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(listen, resolve));
  return {
    close: async () => {
      client?.destroy();
      await Promise.all([
        new Promise((resolve) => server.close(resolve)),
        new Promise((resolve) => serial.close(resolve)),
      ]);
    },
  };
}
