// A payment application, in little: one sale that is approved. Prints what the agent knows of it. Usage: node payment.mjs CLIENT.cjs SOCKET
import { createRequire } from "node:module";

const [library, socket] = process.argv.slice(2);
const { connect } = createRequire(import.meta.url)(library);
const posdiag = connect({ socket, language: "zh-CN" });
const sale = posdiag.transaction({ type: "sale", amountFen: 1_280 });
sale.card({ ref: "c1", issuer: "bankX", entry: "icc" });
sale.sent();
sale.answered("00");
sale.ended("approved", { receiptPrinted: true });
const status = await posdiag.status();
process.stdout.write(`${JSON.stringify(status)}\n`);
posdiag.close();
process.exitCode = status.kind === "answer" ? 0 : 1;
