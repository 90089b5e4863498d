/** A whole shop within one program: acquirer in memory, time that is only counted. Ten thousand payments take seconds. */
import { type Bank, createBank } from "../acquirer/bank.ts";
import { createDesk } from "../acquirer/desk.ts";
import { createDice, type Dice } from "../random.ts";
import { type Crowd, createCrowd } from "./crowd.ts";
import { createMemoryLine } from "./memory-line.ts";
import { openShop, type Shop } from "./shop.ts";
import type { TellAll } from "./statement.ts";
import { createCountedTime, type ShopTime } from "./time.ts";

export interface CountedShop {
  readonly shop: Shop;
  readonly bank: Bank;
  readonly crowd: Crowd;
  readonly time: ShopTime;
  readonly dice: Dice;
}

export interface CountedShopSetup {
  readonly seed: number;
  /** When it opens: milliseconds since 1970. */
  readonly startMs: number;
  readonly tell: TellAll;
  /** Sees every stretch of time before it has passed, in milliseconds. */
  readonly watch?: (ms: number) => void;
}

export function openCountedShop({ seed, startMs, tell, watch }: CountedShopSetup): CountedShop {
  const dice = createDice(seed, "shop");
  const random = (bytes: number) => Buffer.from(Array.from({ length: bytes }, () => dice.between([0, 255])));
  const time = createCountedTime(startMs, watch);
  const bank = createBank(() => time.now().toDateString());
  const masterKey = random(16);
  const desk = createDesk({ now: time.now, masterKey, random, authorise: bank.authorise });
  const line = createMemoryLine({
    desk,
    line: () => shop.state().line,
    took: () => dice.between([400, 1_400]),
    pass: time.pass,
  });
  const shop: Shop = openShop({ seed, time, line, bank, masterKey, tell });
  return { shop, bank, time, dice, crowd: createCrowd(createDice(seed, "crowd")) };
}
