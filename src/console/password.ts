/** Passwords, kept as scrypt (RFC 7914) with their costs beside them, so that costs can rise without anybody's password being lost. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** 32 MB and about a tenth of a second each. */
const costs = { N: 32_768, r: 8, p: 1 };
const saltBytes = 16;
const keyBytes = 32;
const memoryLimit = 64 * 1_024 * 1_024;

/** Characters: fewer are guessed, more are only work. */
export const passwordLength = { min: 10, max: 200 } as const;

export function isGoodPassword(password: string): boolean {
  return password.length >= passwordLength.min && password.length <= passwordLength.max;
}

function derive(password: string, salt: Buffer, { N, r, p }: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same letters typed on another machine may come composed in another way.
    scrypt(password.normalize("NFC"), salt, keyBytes, { N, r, p, maxmem: memoryLimit }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password, salt, costs);
  return ["scrypt", costs.N, costs.r, costs.p, salt.toString("base64"), key.toString("base64")].join("$");
}

/** What nobody's password has: checking it takes as long as checking a real one, so that names cannot be told apart by waiting. */
const nobody = `scrypt$${costs.N}$${costs.r}$${costs.p}$${Buffer.alloc(saltBytes).toString("base64")}$`;

/** Undefined or null: nobody has it, after the same work. */
export async function isPassword(password: string, kept: string | null | undefined): Promise<boolean> {
  const [scheme, N, r, p, salt = "", key = ""] = (kept ?? nobody).split("$");
  if (scheme !== "scrypt") return false;
  const made = await derive(password.slice(0, passwordLength.max), Buffer.from(salt, "base64"), {
    ...{ N: Number(N), r: Number(r), p: Number(p) },
  });
  const wanted = Buffer.from(key, "base64");
  return wanted.length === made.length && timingSafeEqual(wanted, made);
}
