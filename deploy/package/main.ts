/** `npm run package`: one artefact for each target, ready to be put into a firmware image or onto a Debian system. */
import { mkdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { type Packed, packArchive } from "./archive.ts";
import { writeChecksums } from "./checksums.ts";
import type { Artefact } from "./contents.ts";
import { type DebianRelease, packDebian } from "./debian.ts";
import { bringNode, type NodeMajor, nodeCache } from "./node-release.ts";
import { PackagingError } from "./packaging-error.ts";
import { help, type Plan, readPlan } from "./plan.ts";
import { sizeTable } from "./size-table.ts";
import { sourceDate } from "./source-date.ts";
import type { Target } from "./target.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Of a target: with its Nodes, and with that of the system. A Node that there is not for it is left out, and said. */
function artefactsOf(target: Target, nodes: Plan["nodes"], workshop: Workshop): readonly Artefact[] {
  return nodes.flatMap((major): readonly Artefact[] => {
    if (major === "none") return [{ target, node: undefined }];
    const node = broughtNode(target, major, workshop);
    if (!node) say(`  ${target.name}: there is no Node ${major} for it to bring along; the system's is needed`);
    return node ? [{ target, node }] : [];
  });
}

function broughtNode(target: Target, major: NodeMajor, workshop: Workshop) {
  return bringNode(target, major, { cache: nodeCache(process.env), staging: join(workshop.staging, "node") });
}

function debianArtefacts(target: Target, { debianNode }: Plan, workshop: Workshop): readonly Artefact[] {
  if (target.debian === undefined) return [];
  return artefactsOf(
    target,
    debianNode === undefined || target.node === undefined ? ["none"] : ["none", debianNode],
    workshop,
  );
}

function packAll(plan: Plan, workshop: Workshop, release: DebianRelease): readonly Packed[] {
  const place = { workshop, out: resolve(plan.out) };
  const told = (packed: Packed): Packed => {
    say(`  ${basename(packed.file)}`);
    return packed;
  };
  return plan.targets.flatMap((target) => [
    ...(plan.archives
      ? artefactsOf(target, plan.nodes, workshop).map((one) => told(packArchive(one, place, release)))
      : []),
    ...(plan.debs ? debianArtefacts(target, plan, workshop).map((one) => told(packDebian(one, place, release))) : []),
  ]);
}

function packagePlan(plan: Plan): void {
  const { maintainer } = plan;
  const release = { version: manifest.version, epoch: sourceDate(process.env), maintainer };
  mkdirSync(plan.out, { recursive: true });
  say("building");
  using workshop = openWorkshop();
  say(`packing into ${plan.out}`);
  const packed = packAll(plan, workshop, release);
  if (packed.length === 0) throw new PackagingError("nothing of what was asked for can be made");
  const file = writeChecksums(plan.out);
  say(`  ${basename(file)}`);
  if (plan.table) process.stdout.write(sizeTable(packed));
}

function main(args: readonly string[]): number {
  let plan: Plan | "help";
  try {
    plan = readPlan(args);
  } catch (error) {
    say(`${error instanceof Error ? error.message : "wrong use"}; --help says what there is`);
    return 64;
  }
  if (plan === "help") {
    process.stdout.write(help);
    return 0;
  }
  try {
    packagePlan(plan);
    return 0;
  } catch (error) {
    if (!(error instanceof PackagingError)) throw error;
    say(`posdiag was not packaged: ${error.message}`);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
