/** The bill of materials: CycloneDX 1.6 in JSON. Without dates and chance: the same content gives the same bytes, and its own number. */
import { createHash } from "node:crypto";
import type { Ingredient } from "./ingredient.ts";

/** A file that is in the artefact as somebody else built it. */
export interface NativeFile {
  /** From the top of the artefact. */
  readonly path: string;
  /** Of its content, hexadecimal. */
  readonly sha256: string;
  /** Name of the ingredient that brings it. */
  readonly of: string;
}

export interface Contents {
  readonly version: string;
  /** Of the artefact, for instance `linux-x64-glibc`. */
  readonly target: string;
  readonly ingredients: readonly Ingredient[];
  readonly native: readonly NativeFile[];
}

/** Package URL (purl-spec): the at sign of a scope is escaped. */
export function purlOf({ name, version }: Pick<Ingredient, "name" | "version">): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

/** `sha512-BASE64` as CycloneDX writes hashes. */
function hashOf(integrity: string) {
  const [, base64 = ""] = /^sha512-(.+)$/.exec(integrity) ?? [];
  if (base64 === "") throw new Error(`not an integrity of SHA-512: ${integrity}`);
  return { alg: "SHA-512", content: Buffer.from(base64, "base64").toString("hex") } as const;
}

function componentOf(one: Ingredient, native: readonly NativeFile[]) {
  const [, group, name = one.name] = /^(@[^/]+)\/(.+)$/.exec(one.name) ?? [];
  const files = native.filter((file) => file.of === one.name);
  const parts = files.map(({ path, sha256 }) => ({
    type: "file",
    "bom-ref": path,
    name: path,
    hashes: [{ alg: "SHA-256", content: sha256 }],
  }));
  return {
    type: "library",
    "bom-ref": purlOf(one),
    ...(group === undefined ? {} : { group }),
    ...{ name, version: one.version, scope: "required", hashes: [hashOf(one.integrity)] },
    licenses: [{ license: { id: one.licence } }],
    purl: purlOf(one),
    ...(one.homepage === undefined ? {} : { externalReferences: [{ type: "website", url: one.homepage }] }),
    ...(parts.length === 0 ? {} : { components: parts }),
  };
}

/** RFC 9562, version 8: 122 bits of our own making. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `9${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

export function billOfMaterials({ version, target, ingredients, native }: Contents): string {
  const own = `pkg:generic/posdiag@${version}?target=${target}`;
  const components = ingredients.map((one) => componentOf(one, native));
  const content = {
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": own,
        ...{ name: "posdiag", version, purl: own },
        licenses: [{ license: { id: "MIT" } }],
      },
    },
    components,
    // Who of them needs whom is not said here: package-lock.json has it.
    dependencies: [{ ref: own, dependsOn: ingredients.map(purlOf) }],
    compositions: [{ aggregate: "complete", assemblies: [own] }],
  };
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(content))}`;
  const head = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
  };
  return `${JSON.stringify({ ...head, serialNumber, ...content }, undefined, 2)}\n`;
}
