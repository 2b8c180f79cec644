import "server-only";
import { asc, desc, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Direction } from "@/lib/domain/list-view";
import { sortKey } from "@/lib/domain/names";
import {
  PlaceId,
  PlaceMoment,
  PlaceNumber,
  PlaceSequence,
  PlaceText,
  readCursor,
  writeCursor,
} from "@/lib/operations/cursor";

type Columns = readonly [PgColumn, ...PgColumn[]];
type View<Sort> = { sort: Sort; direction: Direction; cursor: string | null };

/**
 * A list that is read a page at a time, each page from an index, so that the last costs what the first does.
 *
 * @param list its name in cursors: the place of one list is none in another.
 * @param sorts the columns of each order, the last of which no two rows share. Each needs an index that begins with
 *   what the list is of, such as the tenant.
 * @param size rows of a page.
 */
export const defineKeyset = <Sort extends string>(list: string, sorts: Record<Sort, Columns>, size = 50) => ({
  size,
  page: ({ sort, direction, cursor }: View<Sort>) =>
    pageOf(`${list} by ${sort}, ${direction}`, sorts[sort], direction, size, cursor),
});

function pageOf(list: string, columns: Columns, direction: Direction, size: number, cursor: string | null) {
  const after = readCursor(list, z.array(z.unknown()).length(columns.length), cursor);
  const place = after && placesOf(columns, after);
  const orderBy = columns.map((column) => (direction === "ascending" ? asc(column) : desc(column)));
  return {
    /** Rows beyond the place where the page before it ended. */
    where: place
      ? sql`(${row(columns)}) ${sql.raw(direction === "ascending" ? ">" : "<")} (${row(place)})`
      : undefined,
    orderBy,
    /** One more than is shown tells whether there is a next page. */
    limit: size + 1,
    /** To be selected under the name `place`: where a page that ends with this row goes on. */
    place: sql<Place>`jsonb_build_array(${row(columns.map(written))})`,
    /** To be selected, and ordered by, where the page is joined with something else. */
    position: sql<number>`row_number() over (order by ${row(orderBy)})`,
    /** The rows to show, and the cursor of the next page; null on the last. */
    cut<Row extends { place: Place }>(
      rows: readonly Row[],
    ): { rows: Omit<Row, "place">[]; next: string | null } {
      const last = rows.length > size ? rows[size - 1] : undefined;
      return {
        rows: rows.slice(0, size).map(({ place: _, ...shown }) => shown),
        next: last ? writeCursor(list, last.place) : null,
      };
    },
  };
}

type Place = readonly unknown[];

const row = (parts: readonly (SQL | PgColumn)[]) => sql.join([...parts], sql`, `);

/** What the columns are compared with. Null where a value is none that its column compares without an error. */
function placesOf(columns: Columns, after: readonly unknown[]): SQL[] | null {
  const values = columns.map((column, index) => kindOf(column).schema.safeParse(after[index]));
  if (!values.every(({ success }) => success)) return null;
  return columns.map((column, index) => sql`${values[index]?.data}::${sql.raw(kindOf(column).type)}`);
}

const kinds: Record<string, { schema: z.ZodType; type: string }> = {
  text: { schema: PlaceText, type: "text" },
  integer: { schema: PlaceNumber, type: "integer" },
  bigint: { schema: PlaceSequence, type: "bigint" },
  uuid: { schema: PlaceId, type: "uuid" },
  timestamp: { schema: PlaceMoment, type: "timestamptz" },
};

function kindOf(column: PgColumn) {
  const [word = ""] = column.getSQLType().split(" ");
  const kind = kinds[word];
  if (!kind) throw new Error(`No place is made of a ${word}.`);
  return kind;
}

/** A column as a cursor holds it: moments in UTC, to the millisecond. */
const written = (column: PgColumn): SQL =>
  kindOf(column).schema === PlaceMoment
    ? sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : sql`${column}`;

/** A page of names that are in order already, newest first and none twice, such as those of files. */
export function pageOfNames(list: string, names: readonly string[], cursor: string | null, size = 50) {
  const after = readCursor(list, PlaceText, cursor);
  const rest = after === null ? names : names.filter((name) => name < after);
  const page = rest.slice(0, size);
  const last = rest.length > size ? page.at(-1) : undefined;
  return { names: page, next: last === undefined ? null : writeCursor(list, last) };
}

/** Rows that hold what is searched for in one of these columns, without regard to accents or case. */
export const holding = (search: string, ...columns: PgColumn[]): SQL | undefined =>
  search ? or(...columns.map((column) => sql`position(${sortKey(search)} in ${column}) > 0`)) : undefined;
