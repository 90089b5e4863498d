import { temperatureParsers, voltageParsers } from "../../../src/at/parse/health.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("temperature and supply");

const temperatures: readonly (readonly [
  name: keyof typeof temperatureParsers,
  info: readonly string[],
  celsius: number | undefined,
])[] = [
  ["qtemp", ['+QTEMP: "soc-thermal","50"', '+QTEMP: "pa-thermal","49"'], 50],
  ["qtemp", ["+QTEMP: 30,28,27"], 30],
  ["qtemp", ['+QTEMP: "qfe_wtr_pa1","-273"'], undefined],
  ["qtemp", [], undefined],
  ["tempsens", ["#TEMPSENS: TC,28", "#TEMPSENS: PA,31"], 31],
  ["pctemp", ["Temp state: Normal", "Temperature: 32.12 degC"], 32.12],
  ["pctemp", ["ERROR"], undefined],
  ["cpmutemp", ["+CPMUTEMP: 46"], 46],
  ["cpmutemp", ["+CPMUTEMP: -32768"], undefined],
  ["chiptemp", ["^CHIPTEMP: 431,431,65535,35,65535"], 43.1],
  ["chiptemp", ["^CHIPTEMP: 65535,65535"], undefined],
  ["mtsm", ["+MTSM: 41"], 41],
  ["gtsenrdtemp", ["+GTSENRDTEMP: 1,56736"], 56.74],
  ["gtsenrdtemp", ["+GTSENRDTEMP: 1,0"], undefined],
  ["temp", ['+TEMP: "soc-thmzone","38500"', '+TEMP: "cpu0-0-usr","45"'], 45],
  ["temp", [], undefined],
];
for (const [name, info, celsius] of temperatures) {
  test(`${name}: ${info.join(" ")} is ${celsius} °C`, () => assert.is(temperatureParsers[name](info), celsius));
}

const supplies: readonly (readonly [
  name: keyof typeof voltageParsers,
  info: readonly string[],
  millivolts: number | undefined,
])[] = [
  ["cbc", ["+CBC: 1,84,4014"], 4014],
  ["cbc", ["+CBC: 0,100"], undefined],
  ["cbc", ["+CBC: 4.051V"], 4051],
  ["cbc", ["+CBC: 0,0,0"], undefined],
  ["cbc", ["+CBC: (0-3),(0-100)"], undefined],
  ["telit_cbc", ["#CBC: 0,405"], 4050],
  ["telit_cbc", ["#CBC: 0,0"], undefined],
  ["pcvolt", ["Volt state: Normal", "Power supply voltage: 3324 mV (3324 cnt)"], 3324],
  ["pcvolt", ["Volt state: Normal"], undefined],
];
for (const [name, info, millivolts] of supplies) {
  test(`${name}: ${info.join(" ")} is ${millivolts} mV`, () => assert.is(voltageParsers[name](info), millivolts));
}

test.run();
