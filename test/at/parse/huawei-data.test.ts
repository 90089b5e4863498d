import { parseDhcp, parseDsflowqry, parseDsflowrpt, parseNdisstat } from "../../../src/at/parse/huawei-data.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("Huawei data path");

/** ModemManager's huawei tests; the last three: MeiG device logs. */
const connections: readonly (readonly [text: string, ipv4: boolean | undefined, ipv6: boolean | undefined])[] = [
  ["^NDISSTAT: 1,,,IPV4", true, undefined],
  ["^NDISSTAT: 0,,,IPV6", undefined, false],
  ["^NDISSTATQRY: 1,,,IPV4\n^NDISSTATQRY: 0,,,IPV6", true, false],
  ['^NDISSTATQRY: 0,,,"IPV4",1,,,"IPV6"', false, true],
  ["^NDISSTATQry:1", true, undefined],
  ["^NDISSTATQry:0", false, undefined],
  ['^NDISSTAT: 1,1,,,"IPV4"\n^NDISSTAT: 1,0,,,"IPV6"', true, false],
  ["^NDISSTAT: 0", false, undefined],
  ['^NDISSTAT: 0,33,,"IPV4"', false, undefined],
];
for (const [text, ipv4, ipv6] of connections) {
  test(text.replace("\n", " "), () => {
    const state = parseNdisstat(text.split("\n"));
    assert.equal([state?.ipv4Up, state?.ipv6Up], [ipv4, ipv6]);
  });
}

test("lines of another kind are no connection", () => {
  assert.is(parseNdisstat(["^NDISSTATQRY: (0-1)"]), undefined);
  assert.is(parseNdisstat(["^HCSQ: 1"]), undefined);
});

test("the counters of a session are hexadecimal", () => {
  const flow = parseDsflowrpt(
    "^DSFLOWRPT:00000124,00000082,00000EA6,0000000000012325,000000000022771D,0000BB80,0001F400",
  );
  assert.equal(flow, {
    durationS: 292,
    sendRate: 130,
    receiveRate: 3_750,
    sentBytes: 74_533,
    receivedBytes: 2_258_717,
  });
});

/** Device logs: the fields behind the name, and on a line of their own. */
test("^DSFLOWQRY gives the last session and all of them", () => {
  const inline = parseDsflowqry([
    "^DSFLOWQRY:00000E8E,0000000000333ACC,000000000A93E9AD,007B3514,000000007C0E5F69,00000007AD1AE9C6",
  ]);
  assert.equal(inline?.total, { durationS: 0x7b3514, sentBytes: 0x7c0e5f69, receivedBytes: 0x7ad1ae9c6 });
  const below = parseDsflowqry([
    "^DSFLOWQRY:",
    "0000003A,0000000000015863,0000000000834B41,0000003A,0000000000015863,0000000000834B41",
  ]);
  assert.is(below?.last.sentBytes, 0x15863);
  assert.is(parseDsflowqry(["^DSFLOWQRY: 1A,0D49,2BE3"])?.total.sentBytes, undefined);
  assert.is(parseDsflowqry(["OK"]), undefined);
});

test("a counter beyond what a number holds is not known", () => {
  assert.is(parseDsflowrpt("^DSFLOWRPT:1,1,1,FFFFFFFFFFFFFFFF,1,1,1"), undefined);
});

/** ModemManager's huawei tests. */
const leases: readonly (readonly [line: string, ip: string, gateway: string, dns1: string | undefined])[] = [
  [
    "^DHCP:a3ec5c64,f8ffffff,a1ec5c64,a1ec5c64,2200b10a,74bba80a,236800,236800",
    "100.92.236.163",
    "100.92.236.161",
    "10.177.0.34",
  ],
  ["^DHCP: 1010A0A,FCFFFFFF,2010A0A,2010A0A,0,0,150000000,150000000", "10.10.1.1", "10.10.1.2", undefined],
  [
    "^DHCP: 0XCCDB080A,0XF8FFFFFF,0XC9DB080A,0XC9DB080A,0XE67B59C0,0XE77B59C0,85600,85600",
    "10.8.219.204",
    "10.8.219.201",
    "192.89.123.230",
  ],
];
for (const [line, ip, gateway, dns1] of leases) {
  test(line, () => {
    const lease = parseDhcp(line);
    assert.equal([lease?.ip, lease?.gateway, lease?.dns1], [ip, gateway, dns1]);
  });
}

test.run();
