import { toldOfChange, toldOfOthers, toldOfSignal } from "../../src/compare/network-words.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what people say of the network");

type Rows = readonly (readonly [words: string, means: string])[];

/** Words of people who had never seen the tables. */
const signal: Rows = [
  ["SIM卡不存在", "no_sim"],
  ["检查SIM卡", "no_sim"],
  ["请输入SIM卡PIN码", "sim_code"],
  ["里面包间刷不出去,端到楼梯口就行", "place"],
  ["Fine at the bar, out on the terrace it just keeps spinning", "place"],
  ["时好时坏,一会儿行一会儿不行", "by_turns"],
  ["搬到新屋头来就一格都没有", "gone"],
  ["信号太弱,请稍候", "weak"],
  ["又是满格信号就是联不上网", "full"],
  ["Zuhause lief es noch, hier kein Netz trotz voller Balken", "gone"],
  ["刷一笔要转二十几秒,排队的人都走了", "slow"],
  ["时间走慢了三分钟", "none"],
  ["插卡没反应", "none"],
];
const others: Rows = [
  ["信号满格就是连不上,用隔壁热点能刷", "other_way_works"],
  ["另一家的机器能刷,这台换了热点也不行", "other_way_fails"],
  ["路由器灯亮着但是整条街宽带都断了", "street"],
  ["店里啥都上不了网,手机连无线也不行", "shop_out"],
  ["重启了还是没信号,手机也没格", "phone_too"],
  ["收银电脑倒是能上就pos不行", "shop_fine"],
];
const change: Rows = [
  ["我侄儿子把路由器密码改求了", "password"],
  ["签到密码输了也不对", "none"],
  ["信息部周末换了防火墙", "firewall"],
  ["宽带师傅换了个新路由器", "router_new"],
  ["商场免费WiFi,早上登过一次的", "portal"],
  ["门口挖沟挖断咯,座机也莫得声音", "line_dead"],
  ["俺那口子煲着电话呢", "line_engaged"],
  ["拖地嗰阵踢到条网线啦", "cable"],
  ["早上摔了一下", "dropped"],
  ["人一多就转圈", "crowd"],
  ["孩子在店里下游戏", "streaming"],
  ["重启了两次还是不行", "restart_in_vain"],
  ["关机再开就好,一礼拜两三回", "restart_helped"],
  ["1号一早就连不上了", "month"],
];

for (const [name, meaning, rows] of [
  ["the signal", toldOfSignal, signal],
  ["others", toldOfOthers, others],
  ["what happened", toldOfChange, change],
] as const) {
  test(`of ${name}`, () => {
    assert.equal(
      rows.map(([words]) => [words, meaning(words)]),
      rows.map((row) => [...row]),
    );
  });
}

test("whoever asks whether it may be so does not know it, and numbers say nothing", () => {
  assert.is(toldOfChange("是不是卡欠费停机了"), "none");
  assert.is(toldOfChange("昨天欠费停机了"), "unpaid");
  assert.is(toldOfOthers("估计整条街都断了"), "none");
  assert.is(toldOfSignal(7), "none");
});

test.run();
