/** +CGCONTRDP: what the network gave a data context (3GPP TS 27.007 §10.1.23). */
import { allFieldsOf, integerOf, textOf } from "../fields.ts";
import { ipv4Of, ipv6Of } from "./address.ts";

export interface ContextDynamics {
  readonly cid: number;
  readonly bearerId: number | undefined;
  readonly apn: string | undefined;
  readonly address: string | undefined;
  readonly mask: string | undefined;
  readonly gateway: string | undefined;
  readonly dns1: string | undefined;
  readonly dns2: string | undefined;
}

function addressOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (ipv4Of(text) ?? ipv6Of(text));
}

/** Release 9.4 and later: address and mask are one text of 8 or 32 bytes. */
function withMask(text: string | undefined): { address: string | undefined; mask: string | undefined } {
  const bytes = text?.split(".") ?? [];
  if (bytes.length !== 8 && bytes.length !== 32) return { address: addressOf(text), mask: undefined };
  const half = bytes.length / 2;
  return { address: addressOf(bytes.slice(0, half).join(".")), mask: addressOf(bytes.slice(half).join(".")) };
}

/** Earlier releases: the mask is a field of its own. A gateway never looks like one. */
function isMask(text: string | undefined): boolean {
  return text !== undefined && /^255(\.\d{1,3}){3}$/.test(text);
}

/** A line for each context, or two where it has IPv4 and IPv6. */
export function parseCgcontrdp(lines: readonly string[]): ContextDynamics[] {
  return allFieldsOf(lines, "+CGCONTRDP").flatMap((fields) => {
    const cid = integerOf(fields[0]);
    if (cid === undefined) return [];
    const texts = fields.map(textOf);
    const first = withMask(texts[3]);
    const old = isMask(texts[4]);
    const [gateway, dns1, dns2] = texts.slice(old ? 5 : 4);
    return [
      {
        cid,
        bearerId: integerOf(fields[1]),
        apn: texts[2],
        address: first.address,
        mask: old ? texts[4] : first.mask,
        gateway: addressOf(gateway),
        dns1: addressOf(dns1),
        dns2: addressOf(dns2),
      },
    ];
  });
}
