/** What is in an artefact, whatever it is packed as: the program and its parts, what they are made of, and whose they are. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { consoleFolder, officeAddons, officeFile } from "../office-bundle.ts";
import { type Ingredient, ingredientsOf } from "./ingredient.ts";
import type { BroughtNode } from "./node-release.ts";
import { notices } from "./notices.ts";
import { billOfMaterials, type NativeFile } from "./sbom.ts";
import type { Target } from "./target.ts";
import { fileItem, folderItems, type Item, program } from "./tree.ts";
import type { Workshop } from "./workshop.ts";

export interface Release {
  readonly version: string;
  /** Seconds since 1970: the time that every file bears. */
  readonly epoch: number;
}

export interface Artefact {
  readonly target: Target;
  /** Undefined where it uses the system's. */
  readonly node: BroughtNode | undefined;
}

export interface Contents {
  /** The program and what lies beside it. */
  readonly items: readonly Item[];
  readonly ingredients: readonly Ingredient[];
  /** CycloneDX, JSON. */
  readonly sbom: string;
  /** Licences of all ingredients. */
  readonly notices: string;
}

const serialAddons = { package: "@serialport/bindings-cpp", under: "prebuilds" } as const;

/** By target, what deploy/bundle.ts built that goes in: names of `Inputs`. */
export const builtParts = ({ office }: Target): readonly string[] => [
  "posdiag.cjs",
  "posdiag-client.cjs",
  ...(office ? [officeFile, consoleFolder] : []),
];

interface Addon {
  readonly package: string;
  readonly items: readonly Item[];
}

function addonsOf({ platform, addons, office }: Target, dist: string): readonly Addon[] {
  const kinds = office ? [serialAddons, officeAddons] : [serialAddons];
  return kinds.map(({ package: name, under }) => {
    const folder = `${under}/${platform}`;
    return { package: name, items: folderItems(folder, join(dist, folder), addons) };
  });
}

function programItems({ target, node }: Artefact, dist: string): readonly Item[] {
  const files = ["posdiag.cjs", "posdiag-client.cjs", "posdiag-client.d.cts", ...(target.office ? [officeFile] : [])];
  return [
    ...files.map((name) => fileItem(name, join(dist, name))),
    ...(target.office ? folderItems(consoleFolder, join(dist, consoleFolder)) : []),
    ...(node ? [program(fileItem("node", node.file))] : []),
  ];
}

function nativeFiles(addons: readonly Addon[], node: BroughtNode | undefined): readonly NativeFile[] {
  const of = (name: string, path: string, file: string): NativeFile => {
    return { path, sha256: createHash("sha256").update(readFileSync(file)).digest("hex"), of: name };
  };
  const parts = addons.flatMap(({ package: name, items }) =>
    items.flatMap(({ to, content }) => ("file" in content ? [of(name, to, content.file)] : [])),
  );
  return node ? [...parts, of(node.ingredient.name, "node", node.file)] : parts;
}

export function contentsOf(artefact: Artefact, workshop: Workshop, { version }: Release): Contents {
  const { target, node } = artefact;
  const addons = addonsOf(target, workshop.dist);
  const sources = builtParts(target).flatMap((part) => workshop.inputs[part] ?? []);
  const packages = ingredientsOf([...sources, ...addons.map((addon) => `node_modules/${addon.package}/`)]);
  const ingredients = node ? [...packages, node.ingredient] : packages;
  const native = nativeFiles(addons, node);
  return {
    items: [...programItems(artefact, workshop.dist), ...addons.flatMap(({ items }) => items)],
    ingredients,
    sbom: billOfMaterials({ version, target: target.name, ingredients, native }),
    notices: notices(ingredients),
  };
}
