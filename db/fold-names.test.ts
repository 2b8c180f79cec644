import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { migrate } from "@/db/migrate";
import { organizations } from "@/db/schema/organizations";
import { openInMemory } from "@/test/database";
import { anOrganizationWith } from "@/test/organization";

test("names that were folded in another way are found as they are folded now, from the next start on", async () => {
  const db = await openInMemory();
  const names = ["Łódź Kawa", "København", "Straße 9", "Alder & Finch"];
  const ids = await db.transaction((tx) =>
    Promise.all(
      names.map(
        async (name) => (await anOrganizationWith(tx, { name, sortName: name.toLowerCase() })).organizationId,
      ),
    ),
  );
  await migrate(db);
  const keys = await Promise.all(
    ids.map(
      async (id) => (await db.select().from(organizations).where(eq(organizations.id, id)))[0]?.sortName,
    ),
  );
  expect(keys).toEqual(["lodz kawa", "kobenhavn", "strasse 9", "alder & finch"]);
});
