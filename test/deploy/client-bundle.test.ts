/** The client library as it is shipped: one file that needs Node alone, and types that guide and refuse. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleClient } from "../../deploy/client-bundle.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("client library, as shipped", { timeoutMs: 30_000 });

let folder: string;

test.before(async () => {
  folder = mkdtempSync(join(tmpdir(), "posdiag-client-"));
  await bundleClient(folder);
});
test.after(() => rmSync(folder, { recursive: true, force: true }));

test("needs nothing but Node, and names no folder of this machine", () => {
  const text = readFileSync(join(folder, "posdiag-client.cjs"), "utf8");
  const needed = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? "");
  assert.ok(needed.length > 0 && needed.every((name) => name.startsWith("node:")), needed.join(", "));
  assert.not(text.includes(process.cwd()));
});

test("offers the same to require and to import", () => {
  const file = join(folder, "posdiag-client.cjs");
  const required = Object.keys(createRequire(import.meta.url)(file)).toSorted();
  const script = `import * as all from ${JSON.stringify(file)}; import { connect } from ${JSON.stringify(file)};
    console.log(JSON.stringify(Object.keys(all).filter((name) => typeof all[name] === "function").sort()), typeof connect);`;
  const imported = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  assert.equal(required, ["connect", "createAliases", "telephonyObservations"]);
  assert.is(imported, `${JSON.stringify(required)} function\n`);
});

function compile(code: string): string {
  const head = 'import { connect, createAliases, type DiagnosisView } from "./posdiag-client.cjs";';
  writeFileSync(join(folder, "app.mts"), `${head}\nconst posdiag = connect({ socket: "/run/x" });\n${code}\n`);
  const flags = "--ignoreConfig --noEmit --strict --target es2023 --module nodenext --exactOptionalPropertyTypes";
  const tsc = join(process.cwd(), "node_modules", "typescript", "bin", "tsc");
  const types = ["--types", "node", "--typeRoots", join(process.cwd(), "node_modules/@types")];
  return spawnSync(process.execPath, [tsc, ...flags.split(" "), ...types, "app.mts"], { cwd: folder, encoding: "utf8" })
    .stdout;
}

test("its types take what an application says", () => {
  const said = compile(`
    const sale = posdiag.transaction({ type: "sale", amountFen: 1280 });
    sale.card({ ref: createAliases().of("x"), issuer: "bankX", entry: "icc", chipOnCard: true, expiry: "ok" });
    sale.ended("declined", { receiptPrinted: false, reversal: "none", hindrance: "card_removed" });
    posdiag.reader.verification(Uint8Array.of(0, 0, 0, 0, 0));
    posdiag.tell({ "txn.rc": "51", "sim.state": null, "line.dial_result": "busy" });
    posdiag.subscribe((view: DiagnosisView) => view.verdicts[0]?.do_not.join());
    const reply = await posdiag.diagnose();
    if (reply.kind === "unreachable") reply.code.toUpperCase();
    export {};`);
  assert.is(said, "");
});

const wrong = [
  'posdiag.transaction({ type: "gift" });',
  'posdiag.transaction({ type: "sale" }).ended("fine");',
  'posdiag.reader.chip("dirty");',
  'posdiag.tell({ "txn.rc_text": "call the bank" });',
  'posdiag.tell({ "operator.report": "it broke" });',
  'posdiag.tell({ "txn.rc": null });',
  'posdiag.tell({ "txn.amount_fen": "12.80" });',
];

test("its types refuse what no application may say", () => {
  const said = compile(wrong.join("\n"));
  for (const [at, line] of wrong.entries())
    assert.match(said, new RegExp(`app\\.mts\\(${at + 3},\\d+\\): error TS2`), line);
});

test.run();
