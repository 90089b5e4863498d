import { isReassuring } from "../../src/codes/reassurance.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("reassuring words");

const reassuring = [
  "昨天传真占线打不出去一次,今天没事",
  "上午老王那张卡刷不了,换卡就好了,现在都正常",
  "刚才没纸,装好补打了,现在没事了吧?",
  "洗完以后一直挺好的",
  "昨天更新后闪退过一次,今天一直正常,这版本靠谱吗",
  "昨天装机报过终端未登记,后来业务员弄好了,回访一下",
  "信号就两格,要紧吗",
  "刚才有个人第一次没过,帮我看下机器要不要紧",
  "日志里好多6A82、6A83,是不是参数没下全?刷卡倒都成功",
  "It failed once, everything is fine now",
];
const complaining = [
  "为什么刷不了",
  "没啥事,就想问问中午那笔交易终止是怎么回事",
  "早上起扫码收不了,刷卡没事",
  "一号开始就没信号,手机都正常",
  "机器刷卡都正常,钱三天没到账",
  "昨天不能刷,今天没找银行自己好了",
  "今天一直不正常",
  "现在没事了,就是打印不出来",
  "结算完就好了",
  "Now it fails, yesterday it was fine",
  "要紧吗,现在还是刷不了",
];

for (const text of reassuring) test(`says that all is well: ${text}`, () => assert.ok(isReassuring(text)));
for (const text of complaining) test(`does not: ${text}`, () => assert.not(isReassuring(text)));

test.run();
