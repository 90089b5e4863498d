/** The map of causes: its numbers are the server's, and a pattern is shaded. */

import { viewRow } from "../../src/console/views/row.ts";
import { builtInTexts } from "../../src/faults/text.ts";
import { causeTable } from "../../src/web/cause-table.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createScene } from "./fixture/create-scene.ts";
import { fleetView } from "./fixture/fleet-view.ts";

const table = suite("the map of causes");
const telling = { language: "en", texts: builtInTexts } as const;

function fleet() {
  const { rows, now } = createScene(1_000);
  return fleetView(
    rows.map((row) => viewRow(row, telling)),
    now(),
    telling,
  );
}

table("has each count where family and value cross, and their sum at the side", () => {
  const view = fleet();
  const { columns, rows } = causeTable(view, "carrier", 8);
  assert.equal(columns.map(({ value }) => value).sort(), ["46000", "46001", "46011"]);
  for (const { cells, open } of rows)
    assert.is(
      cells.reduce((sum, cell) => sum + cell.open, 0),
      open,
    );
});

table("is darkest where a third of the terminals share the trouble", () => {
  const { columns, rows } = causeTable(fleet(), "region", 8);
  const shanghai = columns.findIndex(({ value }) => value === "上海");
  const cell = rows.find(({ family }) => family === "cell")?.cells;
  assert.is(cell?.[shanghai]?.depth, 4);
  assert.is(cell?.filter(({ depth }) => depth === 4).length, 1);
});

table("has no more columns than fit", () => assert.is(causeTable(fleet(), "shop", 5).columns.length, 5));

table.run();
