/** What a payment application does all day, as fast as it can: sales that are told, and none of them may wait for anybody. */
import type { Posdiag } from "../../src/client/posdiag.ts";

/** Sells so often. Synchronous: a call that waited would be seen by what it returns. */
export function sellTimes(posdiag: Posdiag, times: number): void {
  for (let count = 0; count < times; count += 1) {
    const sale = posdiag.transaction({ type: "sale", amountFen: 100 + count });
    posdiag.reader.chip("inserted");
    sale.card({ ref: `c${1 + (count % 50)}`, issuer: "bankX", entry: "icc" });
    sale.sent();
    sale.answered("00", 250);
    posdiag.printer.job("printed");
    sale.ended("approved", { receiptPrinted: true });
  }
}

/** Messages that one sale makes. */
export const messagesOfSale = 7;
