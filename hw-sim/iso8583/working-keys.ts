/**
 * Working keys as field 62 of a sign-in's answer carries them: each enciphered under the terminal's master key by triple DES,
 * with the first four bytes of eight enciphered zeros behind it, by which the terminal sees that it got it right.
 */
import { createDecipheriv } from "node:crypto";
import { encipher } from "./mac.ts";

/** Sub-field 60.3 of the sign-in says which keys are wanted, and so how long field 62 is: 24, 40 or 60 bytes. */
export const KEY_LAYOUTS = {
  "001": { pin: 8, mac: 8 },
  "003": { pin: 16, mac: 16 },
  "004": { pin: 16, mac: 16, track: 16 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, 8 | 16>>>>;

export type KeyLayout = keyof typeof KEY_LAYOUTS;

const CHECK_BYTES = 4;
const ZEROS = Buffer.alloc(8);

export function isKeyLayout(code: string): code is KeyLayout {
  return Object.hasOwn(KEY_LAYOUTS, code);
}

/** Fresh keys from `random`: the one for MACs, and all of them as field 62. `master` has 16 bytes. */
export function makeWorkingKeys(
  layout: KeyLayout,
  master: Buffer,
  random: (bytes: number) => Buffer,
): { readonly mac: Buffer; readonly field62: string } {
  const slots = Object.entries(KEY_LAYOUTS[layout]).map(([use, width]) => ({ use, key: slotKey(use, width, random) }));
  const sealed = slots.map(({ key }) => Buffer.concat([encipher(master, key), checkOf(key)]));
  const mac = slots.find(({ use }) => use === "mac")?.key ?? ZEROS;
  return { mac: mac.subarray(0, 8), field62: Buffer.concat(sealed).toString("hex").toUpperCase() };
}

/** A key for MACs is single-length whatever the slot; the rest of a double one is zeros (UnionPay). */
function slotKey(use: string, width: 8 | 16, random: (bytes: number) => Buffer): Buffer {
  return use === "mac" ? Buffer.concat([random(8), Buffer.alloc(width - 8)]) : random(width);
}

export type OpenedKeys =
  | { readonly kind: "ok"; readonly mac: Buffer }
  /** Not the field that was asked for. */
  | { readonly kind: "wrong_length" }
  /** Check values differ: sealed under another master key than the terminal's. */
  | { readonly kind: "wrong_check" };

/** What the terminal makes of field 62. */
export function openWorkingKeys(layout: KeyLayout, master: Buffer, field62: string): OpenedKeys {
  const sealed = Buffer.from(field62, "hex");
  const slots = Object.entries(KEY_LAYOUTS[layout]);
  const wanted = slots.reduce((sum, [, width]) => sum + width + CHECK_BYTES, 0);
  if (sealed.length !== wanted) return { kind: "wrong_length" };
  let at = 0;
  let mac: Buffer = ZEROS;
  for (const [use, width] of slots) {
    const key = decipher(master, sealed.subarray(at, at + width));
    const check = sealed.subarray(at + width, at + width + CHECK_BYTES);
    if (!checkOf(key).equals(check)) return { kind: "wrong_check" };
    if (use === "mac") mac = key.subarray(0, 8);
    at += width + CHECK_BYTES;
  }
  return { kind: "ok", mac };
}

/** A key whose second half is zeros checks as the single-length key that it is. */
function checkOf(key: Buffer): Buffer {
  const isSingle = key.subarray(8).every((byte) => byte === 0);
  return encipher(isSingle ? key.subarray(0, 8) : key, ZEROS).subarray(0, CHECK_BYTES);
}

function decipher(master: Buffer, blocks: Buffer): Buffer {
  const cipher = createDecipheriv("des-ede3", Buffer.concat([master, master.subarray(0, 8)]), null);
  return Buffer.concat([cipher.setAutoPadding(false).update(blocks), cipher.final()]);
}
