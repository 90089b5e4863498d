/** What a person's words are about, by the words that matter for telling causes apart. */
import type { Scalar } from "../model/signal-shape.ts";

const phrases: readonly { readonly says: RegExp; readonly about: string }[] = [
  { says: /审核|冻结.*商户|商户.*冻结|under review/i, about: "account_under_review" },
  { says: /(卡号|有效期).*(输错|错一位)|输错.*卡号/, about: "wrong_number_keyed" },
  { says: /(金额|商品).*(输错|多输|少输|录错)|多输|少输/, about: "goods_or_amount_wrong" },
  { says: /别家|隔壁.*(能|可以)|其他(店|机器).*(能|可以)/, about: "bought_elsewhere" },
  { says: /展会|展销|搬|移机|带到|外地/, about: "moved" },
  { says: /擦.*(好|行|可以)|wiped/i, about: "wiped_and_fine" },
  { says: /焊机|电机|对讲机|微波炉|电梯|干扰/, about: "noise_nearby" },
];

export function aboutOf(words: Scalar): string {
  if (typeof words !== "string") return "none";
  return phrases.find(({ says }) => says.test(words))?.about ?? "none";
}

const parts = ["reader", "printer", "keypad", "display", "pinpad", "controller"];

/** `fail:<part>` → the part. */
export function failedPart(said: Scalar): string {
  if (typeof said !== "string" || said === "ok") return "ok";
  const part = said.slice("fail:".length);
  return parts.find((known) => part.startsWith(known)) ?? "other";
}

/** Drivers say "no error" in many ways. */
export function saysError(said: Scalar): boolean {
  return typeof said === "string" && !/^(|0|0x0+|ok|none|no.?error|success)$/i.test(said);
}
