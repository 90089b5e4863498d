/** The lists that the code tables were drawn from. */
export const codeSources: Readonly<Record<string, string>> = {
  "cil-v1":
    "repo CardInfoLink/Smart-POS, docs/attached/traditionAnserCode.md (交易应答码表V1 传统POS, with classes A-E)",
  "cil-v2": "repo CardInfoLink/Smart-POS, docs/attached/fenghuAnserCode.md (交易应答码表V2 智能POS)",
  "cil-v3":
    "repo CardInfoLink/Smart-POS, docs/attached/sdkAnserCode.md (V3, 2016-08-11; also cardinfolink.github.io/Smart-POS/attached/sdkAnserCode)",
  koolyun:
    "public code file com/koolyun/mis/sqlite/BankErrorCode.java (table ReturnCode: sense, category, reason, display)",
  nld: "public code file com/nld/starpos/wxtrade/exception/TransException.java (Newland StarPOS app; POSP table and local E-codes)",
  mis: "public C# hospital bank-POS class, method GetMsg (field 39 plus local P1-P6)",
  liaoyang: "repo CaoEnXin/LiaoYang_POS, Src/globalvar.c sRetErrInfo (UnionPay terminal display table)",
  ms: "public code file com/mocredit/integral/constant/BankStatus.java, BANK_MS_MAP (bank A)",
  jt: "public code file com/mocredit/integral/constant/BankStatus.java, BANK_JT_MAP (bank B)",
  chan: "public acquirer web script formatChannelno (channel codes, partly private meanings)",
  xz: "public C# class for XZ key pad POS, ErrorDictionary",
  ccb: "public hospital-system SQL dictionary ss_dicdata PosErr (a bank acquirer table that names 建设银行; adds 45, 69, 89 and a private A1-D2 block)",
  xn: "page http://xn--5su34sfybnu3e.com/news/3481.html (POS应答码 A-E table, part)",
  dongshi: "page https://www.51dongshi.net/eedfrcasbrrgd.html (POS错误代码 A-E table, part)",
  rcq: "page http://rcqwhg.com/newsone/79166.html (银行应答码大全, part)",
  sxf: "page https://sxfpos.com/408734 (96, 97 explained)",
  antom: "page https://docs.antom.com/ac/ams/isocode.md (Visa, Mastercard, AMEX codes)",
  north: "page https://developer.north.com/supplemental-resources/transaction-response-codes",
  nexi: "page https://developer.nexigroup.com/payengine/en-EU/docs/provider-codes (GICC, Germany)",
  galileo: "page https://docs.galileo-ft.com/pro/page/authorization-response-codes",
  moneris: "page https://developer.moneris.com/moneris-api/docs/response-code-tables",
  worldpay:
    "page https://developer.worldpay.com/products/access/reference/response-codes/scheme-codes/ (Visa retry categories)",
  ebanx: "page https://docs.ebanx.com/docs/resources/error-codes/iso8583-codes",
  svista: 'public doc "Refusal Reasons & Action Codes" (SmartVista processing list)',
  gwmsg: "public PHP gateway message list (06, 1A, 65, 78, 80, 85, 91-93, Q1)",
  failjson: 'public JSON list "fail" of hard decline codes (57-78)',
  "lib-wrong":
    "pages tupos.cn/pos/01af53e4b391.html, m.mepos.cn/newss/2611071.html, m.35ra.com/news-310131.html: sales sites with wrong meanings; listed only as a warning",
};
