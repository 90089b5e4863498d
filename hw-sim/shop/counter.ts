/** Everything that a payment at the counter needs to know and to do. */
import type { Errands } from "../cashier/errands.ts";
import type { Dice } from "../random.ts";
import type { Aliases } from "./aliases.ts";
import type { Card } from "./card.ts";
import type { ShopState } from "./state.ts";
import type { Statement } from "./statement.ts";

export interface Counter {
  state(): ShopState;
  readonly dice: Dice;
  pass(ms: number): Promise<void>;
  readonly statement: Statement;
  readonly errands: Pick<Errands, "sell">;
  readonly aliases: Aliases;
  /** Undefined when it has been as it is since the shop opened. */
  hoursSince(what: "app_version" | "os_version"): number | undefined;
  /** As wiping has left it. */
  cardNow(card: Card): Card;
  wipe(card: Card): void;
}
