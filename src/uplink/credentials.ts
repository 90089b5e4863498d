/** Reads what a connection needs from files, each time anew, so that a renewed certificate is used without a restart. */
import { readFile } from "node:fs/promises";
import { systemCode } from "../base/errors.ts";
import type { LinkFailure } from "./failure.ts";
import type { LinkOptions } from "./link.ts";
import type { BrokerAccess } from "./options.ts";

export type Credentials = Required<Pick<LinkOptions, "username" | "password" | "tls">>;

export async function readCredentials({
  username,
  passwordFile,
  tls = {},
}: Omit<BrokerAccess, "url">): Promise<Credentials | LinkFailure> {
  try {
    const [password, ca, cert, key] = await Promise.all(
      [passwordFile, tls.caFile, tls.certFile, tls.keyFile].map((path) => (path ? readFile(path) : undefined)),
    );
    return {
      username,
      password: password?.toString("utf8").split(/\r?\n/, 1)[0],
      tls: { ca, cert, key, keyUri: tls.keyUri },
    };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return { kind: "files", code };
  }
}
