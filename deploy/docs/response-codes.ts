/** docs/response-codes.md, from the tables of src/codes. */

import { codeSources } from "../../src/codes/code-sources.ts";
import type { CodeTable } from "../../src/codes/code-table.ts";
import { giccCodes } from "../../src/codes/tables/gicc.ts";
import { mastercardCodes } from "../../src/codes/tables/mastercard.ts";
import { privateCodes } from "../../src/codes/tables/private.ts";
import { unionpayFrom50 } from "../../src/codes/tables/unionpay-from-50.ts";
import { unionpayTo49 } from "../../src/codes/tables/unionpay-to-49.ts";
import { visaCodes } from "../../src/codes/tables/visa.ts";
import { code, table } from "./markdown.ts";

const head = `# Response codes

<!-- Written by deploy/docs.ts: the text from deploy/docs/response-codes.ts, the tables from src/codes. -->

What a host answers in field 39, and what posdiag takes it to mean. A code alone never decides between a cardholder, an issuer, the
acquirer and the terminal: it is compared with how others fare at the same time (src/compare). A code that no table holds is \`other\`:
no meaning is invented for it.

Codes are not the same everywhere. \`acquirer.codes\` takes a scheme's table before the common one, and \`acquirer.codes_file\` names a file
that outranks both: a JSON object of code and meaning, such as

\`\`\`json
{ "A2": "issuer_out", "Y7": "merchant_frozen" }
\`\`\`

\`posdiag config check\` names what is wrong with it, and \`posdiag explain --codes FILE\` reads a log by it. Codes 34 to 43 and 59 name a person as
suspect: the code is reported to support, and no such word is shown to the merchant.
`;

const sections: readonly (readonly [string, CodeTable])[] = [
  ["Common: UnionPay's terminals in China", { ...unionpayTo49, ...unionpayFrom50 }],
  ["Private codes of acquirers in China", privateCodes],
  ["Visa", visaCodes],
  ["Mastercard", mastercardCodes],
  ["Germany (GICC)", giccCodes],
];

export function responseCodesDocument(): string {
  const tables = sections.map(([title, codes]) => {
    const rows = Object.entries(codes)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([each, { meaning, says, from }]) => [code(each), code(meaning), says, from]);
    return `\n## ${title}\n\n${table(["code", "meaning", "the lists say", "lists"], rows)}`;
  });
  const sources = Object.entries(codeSources).map(([name, source]) => [name, source]);
  return `${head}${tables.join("")}\n## Lists\n\n${table(["list", "is"], sources)}`;
}
