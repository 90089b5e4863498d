/** A result as tables and lists that a person can read, or as it came. What is deep or long is cut, and can be had as it came. */
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";

const deepest = 5;
const mostRows = 100;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

/** Rows with the same few plain fields are a table. */
function columnsOf(rows: readonly unknown[]): readonly string[] | undefined {
  const fields = rows.filter(isFields);
  if (rows.length === 0 || fields.length !== rows.length) return undefined;
  const names = [...new Set(fields.flatMap(Object.keys))];
  const isFlat = fields.every((row) => Object.values(row).every((value) => isPlain(value) || isShortList(value)));
  return isFlat && names.length <= 6 ? names : undefined;
}

function isShortList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isPlain) && value.length <= 8;
}

function Plain({ value }: { readonly value: unknown }) {
  const { say } = useApp();
  if (value === null || value === undefined || value === "") return <span class="soft">{say.commands.empty}</span>;
  if (typeof value === "boolean") return value ? say.commands.yesWord : say.commands.noWord;
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : value.toPrecision(3);
  return String(value);
}

function Table({ rows, columns }: { readonly rows: readonly unknown[]; readonly columns: readonly string[] }) {
  return (
    <div class="scroller">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.filter(isFields).map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column}>
                  <Value value={row[column]} depth={deepest} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ValueProps {
  readonly value: unknown;
  readonly depth: number;
}

function List({ value, depth }: { readonly value: readonly unknown[]; readonly depth: number }) {
  const { say } = useApp();
  const rows = value.slice(0, mostRows);
  if (rows.length === 0) return <span class="soft">{say.commands.empty}</span>;
  if (rows.every(isPlain) && rows.length <= 8) return rows.map(String).join(", ");
  const columns = columnsOf(rows);
  if (columns) return <Table rows={rows} columns={columns} />;
  return (
    <ol>
      {rows.map((item, index) => (
        <li key={index}>
          <Value value={item} depth={depth + 1} />
        </li>
      ))}
      {value.length > rows.length && <li>… {value.length - rows.length}</li>}
    </ol>
  );
}

function Value({ value, depth }: ValueProps) {
  if (Array.isArray(value)) return <List value={value} depth={depth} />;
  if (!isFields(value)) return <Plain value={value} />;
  if (depth >= deepest) return <code>{JSON.stringify(value)}</code>;
  return (
    <dl class="facts">
      {Object.entries(value).map(([name, part]) => (
        <div key={name} class={isPlain(part) ? "" : "deep"}>
          <dt>{name}</dt>
          <dd>
            <Value value={part} depth={depth + 1} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function CommandResult({ value }: { readonly value: unknown }) {
  const { say } = useApp();
  const [isRaw, setRaw] = useState(false);
  return (
    <div class="result">
      <button type="button" class="quiet" aria-pressed={isRaw} onClick={() => setRaw(!isRaw)}>
        {isRaw ? say.commands.table : say.commands.raw}
      </button>
      {isRaw ? <pre>{JSON.stringify(value, null, 2)}</pre> : <Value value={value} depth={0} />}
    </div>
  );
}
