/** Every trouble at the till beside its near miss. */
import { machineRows } from "./machine-rows.ts";
import { readerRows } from "./reader-rows.ts";
import { refusalRows } from "./refusal-rows.ts";
import type { Row, Story } from "./story.ts";

export const tillRows: readonly Row[] = [...readerRows, ...refusalRows, ...machineRows];

export const tillStories: readonly Story[] = tillRows.flatMap(({ trouble, nearMiss }) => [trouble, nearMiss]);
