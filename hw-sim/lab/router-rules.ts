/** What the shop's router does with packets, as one nftables ruleset that replaces the one before. */
import { ADDRESSES, type LabState } from "./state.ts";

const { host, hostAlt, reference } = ADDRESSES;

const verdicts = {
  open: "accept",
  drop: "drop",
  reject: "reject with icmp type admin-prohibited",
  reset: "reject with tcp reset",
} as const satisfies Record<LabState["firewall"], string>;

/**
 * A WLAN at the edge loses every so many-th frame; the kernel counts, so it replays. Above -75 dBm retries hide what is lost.
 */
function lossRule({ wifi: { rssi_dbm: rssi } }: LabState, isWifi: boolean): string {
  if (!isWifi || rssi > -76) return "";
  const everyNth = rssi > -80 ? 6 : rssi > -84 ? 4 : 3;
  return `iifname "lan0" numgen inc mod ${everyNth} 0 drop`;
}

/** `portalPort`: where the login page listens on the router. */
export function routerRules(state: LabState, site: { readonly isWifi: boolean; readonly portalPort: number }): string {
  const acquirer = `ip daddr { ${host}, ${hostAlt} } ip protocol tcp`;
  const login = `iifname "lan0" ip daddr ${reference} ip protocol tcp redirect to :${site.portalPort}`;
  return `
add table ip lab
flush table ip lab
table ip lab {
  chain air { type filter hook prerouting priority raw; ${lossRule(state, site.isWifi)}
  }
  chain login { type nat hook prerouting priority dstnat; ${state.portal ? login : ""}
  }
  chain wall { type filter hook forward priority filter;
    ${acquirer} ${state.portal ? verdicts.reset : verdicts[state.firewall]}
  }
}
`;
}
