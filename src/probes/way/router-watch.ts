/**
 * Whether the kernel finds the router, from its own ARP table: whatever the payment application sends makes the kernel ask.
 * Sends nothing (level 0). An entry that is complete may be old and proves nothing; one that was not and is again was answered.
 */
import { type Reading, reading } from "../../model/reading.ts";
import { neighbour } from "./neighbours.ts";
import { isLan, type Way } from "./way.ts";

export interface RouterWatch {
  /** Nothing when the table tells nothing. */
  look(way: Way | undefined, nowMs: number): readonly Reading[];
}

export function createRouterWatch(root: string): RouterWatch {
  let missing: string | undefined;
  return {
    look: (way, nowMs) => {
      if (way?.gateway === undefined || !isLan(way.kind)) return [];
      const found = neighbour(root, way.gateway, way.name);
      if (found === "incomplete") {
        missing = way.gateway;
        return [reading("lan.arp_gateway", "incomplete", nowMs)];
      }
      const isBack = found === "complete" && missing === way.gateway;
      if (isBack) missing = undefined;
      return isBack ? [reading("lan.arp_gateway", "ok", nowMs)] : [];
    },
  };
}
