import { createNoModem } from "../../src/agent/no-modem.ts";
import { identityOf, namesOf } from "../../src/agent/state-messages.ts";
import { createCardDataGuard } from "../../src/card-data/guard.ts";
import { loadConfig } from "../../src/config/load.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("agent/state-messages");

test("what the modem says of itself is passed on", () => {
  const guard = createCardDataGuard();
  const names = { manufacturer: "Quectel", model: "EC25", revision: "EC25EFAR06A06M4G" };
  assert.equal(namesOf(names, guard), names);
  assert.equal(namesOf({}, guard), { manufacturer: "", model: "", revision: "" });
  assert.is(guard.refused().state, 0);
});

test("a modem whose names hold a card number has none, and that is counted", () => {
  const guard = createCardDataGuard();
  const names = { manufacturer: "41111111", model: "11111111", revision: undefined };
  assert.equal(namesOf(names, guard), { manufacturer: "", model: "", revision: "" });
  assert.is(guard.refused().state, 1);
});

test("where a terminal stands is what is configured and what its SIM says; what may be card data is not said", () => {
  const loaded = loadConfig(`{
    "terminal": {"tenant": "acme", "serial": "PX7", "shop": "0815", "acquirer": "4111-1111-1111-1111"},
    "modem": {"port": "/dev/ttyX"}, "acquirer": {"host": "pos.example", "port": 5500}, "uplink": {"url": "mqtt://broker"}
  }`);
  if (loaded.kind === "invalid") throw new Error(JSON.stringify(loaded.problems));
  const cardData = createCardDataGuard();
  const site = { config: loaded.config, version: "1.2.3", cardData };
  const modem = createNoModem("none").status();
  const known = { catalogueHash: "c0", data: undefined };
  assert.equal(identityOf(site, modem, known).place, { shop: "0815" });
  assert.is(cardData.refused().state, 1);
  assert.equal(identityOf(site, { ...modem, carrier: "46000" }, known).place, { shop: "0815", carrier: "46000" });
});

test("which signed data is in use, what was given up after it, and that the configuration is the last good one", () => {
  const loaded = loadConfig(`{
    "terminal": {"tenant": "acme", "serial": "PX7"}, "modem": {"port": "/dev/ttyX"},
    "acquirer": {"host": "pos.example", "port": 5500}, "uplink": {"url": "mqtt://broker"}
  }`);
  if (loaded.kind === "invalid") throw new Error(JSON.stringify(loaded.problems));
  const view = { source: "last_good", why: "wrong", problem: null, trial_left_s: null } as const;
  const nothing = async () => {};
  const start = { config: loaded.config, begin: nothing, run: nothing, end: nothing, view: () => view };
  const site = { config: loaded.config, version: "1.2.3", cardData: createCardDataGuard(), start };
  const data = { in_force: "acme-11", newer_given_up: "acme-12" };
  const rest = { trial_left_s: null, before: null, given_up: [], refused: null };
  const modem = createNoModem("none").status();
  const said = identityOf(site, modem, { catalogueHash: "c0", data: { ...data, ...rest } });
  assert.equal([said.dataPack, said.dataGivenUp, said.configFellBack], ["acme-11", "acme-12", true]);
});

test.run();
