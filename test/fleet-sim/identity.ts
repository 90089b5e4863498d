/** Who a simulated terminal says that it is. */
import type { FleetTerminal } from "../../hw-sim/fleet/population.ts";
import type { TerminalIdentity } from "../../src/model/record.ts";
import type { FleetSite } from "./site.ts";

const modem = { manufacturer: "Quectel", model: "EC25", revision: "EC25EFAR06A08M4G" };
const none = { manufacturer: "", model: "", revision: "" };

export function identityOf({ tenant, catalogueHash }: FleetSite, terminal: FleetTerminal): TerminalIdentity {
  const { serial, version, carrier, shop } = terminal;
  return {
    ...{ tenant, serial, catalogueHash, agentVersion: version },
    modem: carrier === undefined ? none : modem,
    place: {
      ...{ shop: shop.id, region: shop.region, acquirer: shop.acquirer },
      ...(carrier === undefined ? {} : { carrier }),
    },
  };
}
