import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

export type PageOfApp = {
  /** As its folder says: `/providers/[providerId]/clients`. */
  route: string;
  /** Whether it reads the parameters of its address. */
  readsQuery: boolean;
};

/** Every page there is, from the folder that Next makes them of: a new one is visited without being named. */
export const pagesOfApp: PageOfApp[] = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|[\\/])page\.tsx$/.test(file))
  .map((file) => {
    const folders = file.split(sep).slice(0, -1);
    const route = `/${folders.filter((folder) => !folder.startsWith("(")).join("/")}`;
    return { route, readsQuery: readFileSync(join("app", file), "utf8").includes("searchParams") };
  });

type Ids = { providerId: string };

/** An id of nothing. */
export const nobodys = "00000000-0000-4000-8000-000000000000";

/** A page's address, with these ids in it. Whatever else it names is nothing that is there. */
export function addressOf(route: string, ids: Ids): string {
  const values: Record<string, string> = { ...ids, state: "expired" };
  return route.replace(/\[(\w+)\]/g, (_all, name: string) => values[name] ?? nobodys);
}
