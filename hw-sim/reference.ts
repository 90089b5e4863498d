/**
 * The independent host: an HTTP server as operating systems ask one to learn whether they are on the Internet. `GET
 * /generate_204` is answered with 204 and the time; behind a captive portal with the way to a login page.
 */
import type { Socket } from "node:net";
import { createHost, type Host, type Line } from "./host.ts";
import type { Place } from "./place.ts";

export interface ReferenceSetup {
  readonly name: string;
  readonly place?: Place;
  /** The wall clock that the Date header tells. */
  readonly now: () => Date;
  readonly received?: (bytes: number) => void;
}

export interface Reference extends Host {
  /** Whether a captive portal answers instead. */
  setPortal(portal: boolean): void;
}

const LOGIN_PAGE = "http://portal.test/login";
const HEAD_LIMIT = 4_096;

export async function createReference({ name, place, now, received }: ReferenceSetup): Promise<Reference> {
  let portal = false;
  const respond = (head: string): string => {
    const [, path = ""] = /^(?:GET|HEAD) (\S+) HTTP\/1\.[01]\r\n/.exec(head) ?? [];
    const status = path === "" ? "400 Bad Request" : path === "/generate_204" ? "204 No Content" : "404 Not Found";
    const lines = portal ? ["302 Found", `Location: ${LOGIN_PAGE}`] : [status];
    return [`HTTP/1.1 ${lines.join("\r\n")}`, `Date: ${now().toUTCString()}`, "Content-Length: 0", "Connection: close"]
      .join("\r\n")
      .concat("\r\n\r\n");
  };
  const serve = ({ socket, open, take }: Line): void => {
    socket.on("end", () => socket.end());
    readHead(socket, (head) => open() && socket.end(respond(head)));
    take(socket);
  };
  const host = await createHost({ name, serve, ...(place && { place }), ...(received && { received }) });
  return {
    ...host,
    setPortal: (stands) => {
      portal = stands;
    },
  };
}

/** Up to and with the empty line; what is longer is cut, and answered for what it is. */
function readHead(socket: Socket, done: (head: string) => void): void {
  let head = "";
  const hear = (bytes: Buffer): void => {
    head += bytes.toString("latin1");
    if (!head.includes("\r\n\r\n") && head.length <= HEAD_LIMIT) return;
    socket.off("data", hear);
    done(head.slice(0, HEAD_LIMIT));
  };
  socket.on("data", hear);
}
