/** The probes of the way to the host, as the configuration wants them: the terminal's own links, and the ladder beyond. */
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config/config.ts";
import type { EchoIdentity } from "../iso8583/echo.ts";
import type { Memory } from "../memory/memory.ts";
import { createGovernor } from "../probes/governor/governor.ts";
import type { Level } from "../probes/governor/permit.ts";
import { createMaintenance } from "../probes/maintenance.ts";
import { createNetworkProbe, type NetworkProbe } from "../probes/network.ts";
import { createPath, type PathOptions, type Trust } from "../probes/path.ts";
import type { Emit, Probe } from "../probes/probe.ts";
import { systemAddresses } from "../probes/way/addresses.ts";
import { createLinkProbe, type LinkProbe } from "../probes/way/link-probe.ts";
import { runTool } from "../probes/way/tool.ts";
import { milliseconds, probeLimits, rootOf } from "./settings.ts";
import type { Site } from "./site.ts";
import { readTrust } from "./trust.ts";

export interface WayProbes {
  readonly links: LinkProbe;
  readonly network: NetworkProbe;
  readonly maintenance: Probe;
}

type Hearers = { readonly emit: Emit; readonly memory: Memory };

/** The kernel tells the addresses of its own interfaces only: under a root with routes of somebody's making, or with none, there are none to be had. */
function hasAddresses(root: string): boolean {
  const routes = join(root, "proc", "net", "route");
  return root === "/" || (existsSync(routes) && realpathSync(routes).startsWith("/proc/"));
}

function createLinkWatch({ config, clock }: Site, { emit, memory }: Hearers): LinkProbe {
  return createLinkProbe({
    root: rootOf(config),
    ...{ clock, emit },
    run: runTool,
    addresses: hasAddresses(rootOf(config)) ? systemAddresses : () => undefined,
    name: config["network.interface"],
    lanOnly: config["modem.source"] === "none",
    hasProxy: config["network.proxy"],
    wpaFolder: config["network.wpa_dir"],
    modemName: config["sim.interface"],
    onTraffic: (traffic) => memory.countInterface(traffic),
  });
}

function hostWithPort(host: string | undefined, port: number | undefined): { host: string; port: number } | undefined {
  return host === undefined || port === undefined ? undefined : { host, port };
}

function echoIdentity(config: Config): EchoIdentity | undefined {
  const [terminal, merchant] = [config["acquirer.terminal_id"], config["acquirer.merchant_id"]];
  if (terminal === undefined || merchant === undefined) return undefined;
  return { tpdu: config["acquirer.tpdu"], header: config["acquirer.header"], terminal, merchant };
}

function pathOptions({ config, clock }: Site, links: LinkProbe, tls: Trust | undefined): PathOptions {
  const alternate = hostWithPort(config["acquirer.alt_address"], config["acquirer.alt_port"]);
  return {
    host: config["acquirer.host"],
    port: config["acquirer.port"],
    address: config["acquirer.address"],
    alternate: alternate && { address: alternate.host, port: alternate.port },
    reference: hostWithPort(config["reference.host"], config["reference.port"]),
    portalUrl: config["reference.portal_url"],
    isPrivate: config["network.private"],
    servers: config["network.dns"] ?? [],
    alternativeServers: config["network.dns_alt"] ?? [],
    connectTimeoutMs: milliseconds(config["acquirer.connect_timeout_s"]),
    tls,
    echo: echoIdentity(config),
    root: rootOf(config),
    run: runTool,
    way: () => links.way(),
    clock,
  };
}

const levels: readonly Level[] = [0, 1, 2, 3, 4];
/** The last level that needs no certificates. */
const plain: Level = 2;

/** Where the host speaks TLS and the files for it are of no use, neither handshake nor echo would say anything. */
function levelOf(config: Config, hasTrust: boolean): Level {
  const wanted = levels.find((level) => level === config["probes.level"]) ?? 0;
  return wanted > plain && config["acquirer.tls"] === "on" && !hasTrust ? plain : wanted;
}

export function createWayProbes(site: Site, hearers: Hearers): WayProbes {
  const { config, clock, random } = site;
  const { emit, memory } = hearers;
  const links = createLinkWatch(site, hearers);
  const tls = readTrust(site);
  const governor = createGovernor({
    level: levelOf(config, tls !== undefined),
    limits: probeLimits(config),
    holdFile: config["probes.hold_file"],
    ledger: memory.ledger,
    clock,
  });
  const network = createNetworkProbe({
    path: createPath(pathOptions(site, links, tls)),
    ...{ governor, clock, random, emit },
    spreadMs: milliseconds(config["probes.spread_s"]),
    closeMs: milliseconds(config["network.check_quick_s"]),
  });
  return {
    links,
    network,
    maintenance: createMaintenance({ windows: config["acquirer.maintenance"] ?? [], clock, emit }),
  };
}
