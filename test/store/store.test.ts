import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { sql } from "kysely";
import { AgentError } from "../../src/base/errors.ts";
import { standingColumns } from "../../src/store/migrations/standing.ts";
import { openStore } from "../../src/store/store.ts";
import { assert, suite } from "../front-door/suite.ts";
import { loader } from "../support/loader.ts";
import { createStores, databases } from "../support/stores.ts";

const test = suite("store", { needs: ["postgres"], timeoutMs: 30_000 });

const run = promisify(execFile);
const stores = createStores();
test.after(() => stores[Symbol.asyncDispose]());

const terminal = { tenant: "acme", serial: "T1", seen_ms: 1_795_800_000_123, changed_ms: 1 } as const;

async function refusal(url: string): Promise<AgentError> {
  try {
    await openStore({ url });
  } catch (error) {
    if (error instanceof AgentError) return error;
    throw error;
  }
  throw new Error("it opened");
}

for (const name of databases) {
  test(`${name}: what is written is read, milliseconds and bytes as they were`, async () => {
    const url = await stores.address(name);
    {
      await using store = await openStore({ url });
      const { id } = await store.db.insertInto("terminals").values(terminal).returning("id").executeTakeFirstOrThrow();
      const data = Uint8Array.from([0, 255, 10]);
      await store.db
        .insertInto("chunks")
        .values({ command_id: "c", offset_bytes: 0, total: 3, data, received_ms: id })
        .execute();
    }
    await using again = await openStore({ url });
    const read = await again.db.selectFrom("terminals").select(["seen_ms", "online"]).executeTakeFirstOrThrow();
    assert.equal(read, { seen_ms: 1_795_800_000_123, online: 0 });
    const chunk = await again.db.selectFrom("chunks").select("data").executeTakeFirstOrThrow();
    assert.equal([...chunk.data], [0, 255, 10]);
  });

  test(`${name}: two processes bring the same empty database up to date at once`, async () => {
    const url = await stores.address(name);
    const program = `import { openStore } from "./src/store/store.ts"; await (await openStore({ url: process.argv[1] }))[Symbol.asyncDispose]();`;
    const open = () => run(process.execPath, ["--import", loader, "--input-type=module", "-e", program, url]);
    await Promise.all([open(), open(), open()]);
    await using store = await openStore({ url });
    assert.equal(await store.db.selectFrom("terminals").selectAll().execute(), []);
  });

  test(`${name}: a database of the first step is brought up to date, with all that is in it`, async () => {
    const url = await stores.address(name);
    {
      await using store = await openStore({ url });
      for (const column of Object.keys(standingColumns))
        await sql.raw(`alter table terminals drop column ${column}`).execute(store.db);
      await sql`delete from kysely_migration where name = '0002-standing'`.execute(store.db);
      await sql`insert into terminals (tenant, serial, seen_ms, changed_ms) values ('acme', 'T1', 1, 1)`.execute(
        store.db,
      );
    }
    await using store = await openStore({ url });
    const read = await store.db.selectFrom("terminals").select(["serial", "data_pack", "config_fell_back"]).execute();
    assert.equal(read, [{ serial: "T1", data_pack: null, config_fell_back: 0 }]);
  });

  test(`${name}: a transaction that fails leaves nothing`, async () => {
    await using store = await stores.open(name);
    const failed = store.db.transaction().execute(async (inner) => {
      await inner.insertInto("terminals").values(terminal).execute();
      await inner.insertInto("terminals").values(terminal).execute();
    });
    await failed.then(
      () => assert.unreachable("the same terminal twice"),
      () => undefined,
    );
    assert.equal(await store.db.selectFrom("terminals").selectAll().execute(), []);
  });
}

test("what is no database says so, and tells no password", async () => {
  const file = await stores.address("sqlite");
  writeFileSync(file, "this is a letter, and no database of any kind at all");
  assert.is((await refusal(file)).code, "STORE_FAILED");
  assert.is((await refusal("mysql://x")).code, "USAGE");
  const away = await refusal("postgres://anna:geheim@127.0.0.1:1/none");
  assert.is(away.code, "STORE_FAILED");
  assert.not.match(away.message, /geheim/);
});

test.run();
