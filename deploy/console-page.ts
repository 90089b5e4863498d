/** Only the console's page, into a folder that is emptied: for whoever runs the console from source. Usage: console-page.ts FOLDER. */
import { buildConsole } from "./console-assets.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: console-page.ts FOLDER");
await buildConsole(folder);
