/** The version of the package, bundled into the one file that is shipped. */
import manifest from "../../package.json" with { type: "json" };

export const version: string = manifest.version;
