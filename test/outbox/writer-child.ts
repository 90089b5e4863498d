/**
 * Writes to an outbox until it is killed. Prints `take <boot> <seq> <nonce>` for every append that was acknowledged, and
 * `free <boot> <seq>` before it frees one. Arguments: directory, boot of the terminal, seed, how
 * many appends at a time, most records.
 */
import { writeSync } from "node:fs";
import { systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { seededRandom, systemRandom } from "../../src/base/random.ts";
import { recordClasses } from "../../src/model/record.ts";
import { type Outbox, openOutbox } from "../../src/outbox/outbox.ts";

const [dir = "", systemBoot = "", seed = "1", atOnce = "4", most = "Infinity"] = process.argv.slice(2);
const chance = seededRandom(Number(seed));
let left = Number(most);

async function write(outbox: Outbox): Promise<void> {
  while (left > 0) {
    left -= 1;
    const nonce = `${seed}-${Math.floor(chance() * 1e9)}-${"x".repeat(chance() * 600)}`;
    const recordClass = recordClasses[Math.floor(chance() * recordClasses.length)] ?? "fault";
    const { boot, seq } = await outbox.append(recordClass, (id) => Buffer.from(`${id.boot} ${id.seq} ${nonce}`));
    writeSync(1, `take ${boot} ${seq} ${nonce}\n`);
    if (chance() > 0.3 || seq < 4) continue;
    const old = { boot, seq: 1 + Math.floor(chance() * (seq - 1)) };
    writeSync(1, `free ${old.boot} ${old.seq}\n`);
    outbox.ack(old);
  }
}

const limits = { bytes: 1 << 24, count: 1e6, ageMs: 1e12 };
const outbox = await openOutbox({ dir, limits, clock: systemClock, log: silentLog, systemBoot, random: systemRandom });
writeSync(1, "open\n");
await Promise.all(Array.from({ length: Number(atOnce) }, () => write(outbox)));
await outbox.close();
