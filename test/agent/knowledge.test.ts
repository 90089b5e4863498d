import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readKnowledge } from "../../src/agent/knowledge.ts";
import type { Log } from "../../src/base/log.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { Adaptation } from "../../src/faults/adapt.ts";
import { catalogue } from "../../src/faults/index.ts";
import { textOf } from "../../src/faults/text.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what the agent knows");
const folder = mkdtempSync(join(tmpdir(), "posdiag-knowledge-"));
test.after(() => rmSync(folder, { recursive: true }));

function read(text?: string, signed?: Adaptation) {
  const file = join(folder, "catalogue.jsonc");
  if (text !== undefined) writeFileSync(file, text);
  const loaded = loadConfig(
    JSON.stringify({
      terminal: { tenant: "acme", serial: "PX7-00042" },
      modem: { source: "none" },
      acquirer: { host: "pos.example.com", port: 5500 },
      catalogue: { file: text === undefined ? join(folder, "none.jsonc") : file },
      uplink: { url: "mqtt://192.0.2.2" },
    }),
  );
  if (loaded.kind !== "config") throw new Error(JSON.stringify(loaded.problems));
  const logged: string[] = [];
  const log: Log = (level, event, fields) =>
    logged.push(`${level} ${event} ${fields?.["what"]}`.replaceAll(`${folder}/`, ""));
  const knowledge = readKnowledge({ config: loaded.config, log }, signed);
  return { knowledge, logged };
}

test("a file is taken, with its wording and its rates", () => {
  const { knowledge, logged } = read(
    '{"rates": {"sim.absent": "rare"}, "texts": {"en": {"sim.absent": {"say": "No SIM."}}}} // ours',
  );
  assert.equal(logged, []);
  assert.is(knowledge.catalogue.faults["sim.absent"]?.rate, "rare");
  assert.is(knowledge.texts.textOf("sim.absent", "en").say, "No SIM.");
});

test("a file with errors is refused whole: each is logged, and all is as it comes with the program", () => {
  const { knowledge, logged } = read(
    '{"rates": {"sim.absnt": "rare"}, "texts": {"en": {"sim.absent": {"say": "No SIM.", "do": []}}}}',
  );
  assert.is(knowledge.catalogue, catalogue);
  assert.equal(knowledge.texts.textOf("sim.absent", "en"), textOf("sim.absent", "en"));
  assert.is(logged.length, 2);
  assert.match(
    logged[0] ?? "",
    /^warning config\.file_unusable catalogue\.jsonc: rates\.sim\.absnt: unknown fault, did you mean sim\.absent\?; 1:\d+$/,
  );
});

test("a file that is not there is no reason to end", () => {
  const { knowledge, logged } = read();
  assert.is(knowledge.catalogue, catalogue);
  assert.equal(logged, ["warning config.file_unusable none.jsonc cannot be read (ENOENT)"]);
});

const signed: Adaptation = {
  texts: { en: { "sim.absent": { name: "Card gone", say: "Signed." } } },
  ...{ rates: { "sim.absent": "rare", "sim.expired": "rare" }, party: {}, drop: ["line.busy"] },
};

test("signed data counts, and the file on top of it where both speak of the same", () => {
  const { knowledge } = read(
    '{"rates": {"sim.absent": "common"}, "texts": {"en": {"sim.absent": {"say": "Ours."}}}, "drop": ["line.pstn_fault"]}',
    signed,
  );
  const { name, say } = knowledge.texts.textOf("sim.absent", "en");
  assert.equal([name, say], ["Card gone", "Ours."]);
  const rates = ["sim.absent", "sim.expired"].map((fault) => knowledge.catalogue.faults[fault]?.rate);
  assert.equal(rates, ["common", "rare"]);
  assert.ok(!("line.busy" in knowledge.catalogue.faults) && !("line.pstn_fault" in knowledge.catalogue.faults));
});

test("with a file that is of no use signed data still counts", () => {
  assert.is(read("{", signed).knowledge.texts.textOf("sim.absent", "en").say, "Signed.");
});

test.run();
