/** Vendor support's side, which is built where the program leads to it: what it is made of, and how it is kept out of the terminals' bundle. */
import type { Plugin } from "esbuild";

export const officeEntry = "src/office.ts";
/** Beside the terminals' bundle. */
export const officeFile = "posdiag-office.cjs";

/** The console's page, likewise. */
export const consoleFolder = "console";

export interface Addons {
  readonly package: string;
  readonly platforms: RegExp;
  /** Folder beside the bundle. */
  readonly under: string;
}

export const officeAddons: Addons = {
  package: "@photostructure/sqlite",
  platforms: /^linux-/,
  under: "sqlite/prebuilds",
};

export interface Beside {
  readonly plugin: Plugin;
  /** Once the bundle is made: whether something in it imports the vendor side. */
  isAskedFor(): boolean;
}

/** The import stays one, of the file beside the bundle, and is made when somebody asks for it. */
export function besidePlugin(): Beside {
  let found = false;
  const plugin: Plugin = {
    name: "beside",
    setup: (bundle) => {
      bundle.onResolve({ filter: /\/office\.ts$/ }, ({ kind }) => {
        if (kind !== "dynamic-import") return undefined;
        found = true;
        return { path: `./${officeFile}`, external: true };
      });
    },
  };
  return { plugin, isAskedFor: () => found };
}
