/** The built page: the same bytes each time, small enough for a bad line, and nothing that the page's own policy forbids. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { buildConsole } from "../../deploy/console-assets.ts";
import { assert, suite } from "../front-door/suite.ts";

const assets = suite("the console's files", { timeoutMs: 60_000 });
const root = mkdtempSync(join(tmpdir(), "posdiag-assets-"));
const folder = join(root, "console");
const names = () => readdirSync(folder).sort();
const text = (name: string) => readFileSync(join(folder, name), "utf8");

/** First load, html, scripts and styles as served. */
const mostBytes = 300_000;

assets.before(async () => {
  await buildConsole(folder);
});
assets.after(() => rmSync(root, { recursive: true, force: true }));

assets("are the same for the same sources, and nothing is left of an older build", async () => {
  const before = names().map((name) => [name, readFileSync(join(folder, name)).toString("base64")]);
  await buildConsole(folder);
  assert.equal(
    names().map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
    before,
  );
});

assets("load within the bound, even by gzip", async () => {
  const { firstLoad } = await buildConsole(folder);
  const zipped = names().filter((name) => name.endsWith(".gz"));
  const bytes = zipped.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  assert.ok(firstLoad > 20_000 && firstLoad < bytes, `${firstLoad} bytes`);
  assert.ok(bytes < mostBytes, `${bytes} bytes`);
});

assets("are packed twice, and unpack to what they are", () => {
  const plain = names().filter((name) => !/\.(?:br|gz)$/.test(name));
  assert.is(plain.length, 4);
  for (const name of plain) {
    assert.is(brotliDecompressSync(readFileSync(join(folder, `${name}.br`))).toString(), text(name));
    assert.is(gunzipSync(readFileSync(join(folder, `${name}.gz`))).toString(), text(name));
  }
});

assets("are named by the page, and named after their content", () => {
  const page = text("index.html");
  const named = [...page.matchAll(/"\/assets\/([^"]+)"/g)].map(([, name]) => name);
  assert.equal(
    named.sort(),
    names().filter((name) => /^(?:app|icon)\.[0-9a-f]{12}\.(?:js|css|svg)$/.test(name)),
  );
});

assets("keep to a policy without inline scripts, inline styles and other hosts", () => {
  const page = text("index.html");
  assert.not.match(page, /<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=/);
  for (const name of names().filter((one) => /\.(?:js|css|html)$/.test(one))) {
    assert.not.match(text(name), /\beval\(|new Function\(|@import|url\(\s*["']?(?:https?:|data:)/, name);
  }
});

assets.run();
