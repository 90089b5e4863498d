/** Loaded by `--import` before a test file: lets the hooks beside it serve the compiled files. */
import { register } from "node:module";

const { searchParams } = new URL(import.meta.url);
register("./hooks.js", import.meta.url, {
  data: { root: searchParams.get("root"), folder: searchParams.get("folder") },
});
