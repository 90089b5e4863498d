/** What the shop's router does with packets, as one nftables ruleset that replaces the one before. */
import { ADDRESSES, type LabState } from "./state.ts";

const { host, hostAlt, host6, reference } = ADDRESSES;

const verdicts = {
  open: "accept",
  drop: "drop",
  reject: "reject with icmpx type admin-prohibited",
  reset: "reject with tcp reset",
} as const satisfies Record<LabState["firewall"], string>;

/** Down to this level, and every so many-th frame is lost. Above the first, retries on the air hide what is lost. */
const AIR = [
  { rssi: -90, everyNth: 2 },
  { rssi: -84, everyNth: 3 },
  { rssi: -80, everyNth: 4 },
  { rssi: -76, everyNth: 6 },
] as const;

/** The kernel counts frames, and throws no dice: it replays. */
function lossRule({ wifi }: LabState, isWifi: boolean): string {
  const air = isWifi ? AIR.find(({ rssi }) => wifi.rssi_dbm <= rssi) : undefined;
  return air ? `iifname "lan0" numgen inc mod ${air.everyNth} 0 drop` : "";
}

/** All of the Web, and the independent host at whatever port. */
function loginRules(port: number): string {
  const redirect = (what: string): string => `iifname "lan0" meta nfproto ipv4 ${what} redirect to :${port}`;
  return [redirect("tcp dport 80"), redirect(`ip daddr ${reference} meta l4proto tcp`)].join("\n    ");
}

function wallRules({ portal, firewall }: LabState): string {
  if (portal !== false) return `iifname "lan0" meta l4proto tcp ${verdicts.reset}`;
  return [`ip daddr { ${host}, ${hostAlt} }`, `ip6 daddr ${host6}`]
    .map((acquirer) => `${acquirer} meta l4proto tcp ${verdicts[firewall]}`)
    .join("\n    ");
}

/** `portalPort`: where the login page listens on the router. */
export function routerRules(state: LabState, site: { readonly isWifi: boolean; readonly portalPort: number }): string {
  return `
table netdev lab {
  chain front {
    type filter hook ingress device "lan0" priority 0; policy ${state.router === "dead" ? "drop" : "accept"};
  }
}
add table inet lab
flush table inet lab
table inet lab {
  chain air {
    type filter hook prerouting priority raw
    ${lossRule(state, site.isWifi)}
  }
  chain login {
    type nat hook prerouting priority dstnat
    ${state.portal === false ? "" : loginRules(site.portalPort)}
  }
  chain wall {
    type filter hook forward priority filter
    ${wallRules(state)}
  }
  chain out {
    type nat hook postrouting priority srcnat
    oifname "wan0" meta nfproto ipv4 masquerade
  }
}
`;
}
