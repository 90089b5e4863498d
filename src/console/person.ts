/** Who asks. */
import type { MeView, Role } from "./api.ts";

export interface Person {
  readonly name: string;
  readonly role: Role;
  /** Sees this tenant's terminals only; null: all. */
  readonly tenant: string | null;
}

export interface Session extends Person {
  readonly csrf: string;
  readonly by: MeView["by"];
  /** SHA-256 of its cookie, hexadecimal. */
  readonly tokenHash: string;
}

/** What belongs to another tenant is not there for a person of this one. */
export function maySeeTenant({ tenant }: Person, asked: string): boolean {
  return tenant === null || tenant === asked;
}
