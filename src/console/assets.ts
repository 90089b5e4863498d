/**
 * The page's files, read once when the console starts: what is asked for is looked up among their names, so that no path can lead out of
 * the folder. Those with a hash in their name never change and are kept by browsers.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../base/errors.ts";
import type { Ask } from "./web.ts";

interface Asset {
  readonly type: string;
  readonly tag: string;
  readonly isLasting: boolean;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer> | undefined;
  readonly gzip: Uint8Array<ArrayBuffer> | undefined;
}

export interface Assets {
  /** Of all of them: changes when any of them does. */
  readonly version: string;
  has(name: string): boolean;
  /** The file of this name, or undefined. */
  serve(ask: Ask, name: string): Response | undefined;
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  ico: "image/x-icon",
  json: "application/json",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
  txt: "text/plain; charset=utf-8",
};
const hashed = /\.[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

type Bytes = Uint8Array<ArrayBuffer>;

async function filesIn(folder: string): Promise<ReadonlyMap<string, Bytes>> {
  try {
    const names = await readdir(folder, { withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map(({ name }) => name);
    return new Map(
      await Promise.all(
        files.map(
          async (name): Promise<[string, Bytes]> => [name, Uint8Array.from(await readFile(join(folder, name)))],
        ),
      ),
    );
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    return new Map();
  }
}

function assetOf(name: string, plain: Bytes, files: ReadonlyMap<string, Bytes>): Asset {
  const extension = name.split(".").at(-1) ?? "";
  return {
    ...{ plain, br: files.get(`${name}.br`), gzip: files.get(`${name}.gz`), isLasting: hashed.test(name) },
    type: types[extension] ?? "application/octet-stream",
    tag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
  };
}

function encodingOf({ br, gzip }: Asset, accepted: string): readonly ["br" | "gzip", Bytes] | undefined {
  if (br && /\bbr\b/.test(accepted)) return ["br", br];
  return gzip && /\bgzip\b/.test(accepted) ? ["gzip", gzip] : undefined;
}

function respond(ask: Ask, asset: Asset): Response {
  const [encoding, bytes = asset.plain] = encodingOf(asset, ask.req.header("accept-encoding") ?? "") ?? [];
  const headers: Record<string, string> = {
    "content-type": asset.type,
    etag: asset.tag,
    vary: "accept-encoding",
    "cache-control": asset.isLasting ? "public, max-age=31536000, immutable" : "no-cache",
  };
  if (ask.req.header("if-none-match") === asset.tag) return ask.body(null, 304, headers);
  return ask.body(bytes, 200, encoding === undefined ? headers : { ...headers, "content-encoding": encoding });
}

/** A folder that is not there has no files: then there is only the API. */
export async function readAssets(folder: string): Promise<Assets> {
  const files = await filesIn(folder);
  const assets = new Map<string, Asset>();
  for (const [name, plain] of files) if (!/\.(?:br|gz|map)$/.test(name)) assets.set(name, assetOf(name, plain, files));
  const all = [...assets].map(([name, { tag }]) => `${name} ${tag}`).toSorted();
  return {
    version: createHash("sha256").update(all.join("\n")).digest("hex").slice(0, 12),
    has: (name) => assets.has(name),
    serve: (ask, name) => {
      const asset = assets.get(name);
      return asset && respond(ask, asset);
    },
  };
}
