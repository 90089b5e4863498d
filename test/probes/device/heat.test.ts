import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { heatReadings } from "../../../src/probes/device/heat.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("probes/device/heat");

function warmth(zones: readonly (readonly [string, number])[]): readonly unknown[] {
  const root = mkdtempSync(join(tmpdir(), "posdiag-heat-"));
  try {
    for (const [at, [type, temp]] of zones.entries()) {
      const zone = join(root, "sys/class/thermal", `thermal_zone${at}`);
      mkdirSync(zone, { recursive: true });
      writeFileSync(join(zone, "type"), `${type}\n`);
      writeFileSync(join(zone, "temp"), `${temp}\n`);
    }
    return heatReadings(root, 0).map(({ value, quality }) => value ?? quality);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("of many zones that which is nearest to the battery", () => {
  // Names of a Qualcomm and of a MediaTek terminal.
  assert.equal(
    warmth([
      ["cpu-0-0-usr", 71_000],
      ["xo-therm-adc", 39_000],
      ["quiet-therm-adc", 36_500],
      ["battery", 31_000],
    ]),
    [31],
  );
  assert.equal(
    warmth([
      ["mtktscpu", 68_000],
      ["mtktsAP", 40_000],
      ["mtktsbattery", 33_000],
    ]),
    [33],
  );
  assert.equal(
    warmth([
      ["cpu-0-0-usr", 71_000],
      ["quiet-therm-adc", 36_500],
    ]),
    [36.5],
  );
});

test("a processor alone says nothing of the terminal's heat", () => {
  assert.equal(
    warmth([
      ["cpu-thermal", 91_000],
      ["gpu-thermal", 85_000],
    ]),
    ["absent"],
  );
});

test("a sensor that hangs loose is no frost, and one that is shorted no fire", () => {
  for (const broken of [-40_000, -273_000, 125_000, 2_000_000])
    assert.equal(warmth([["battery", broken]]), ["implausible"]);
});

test.run();
