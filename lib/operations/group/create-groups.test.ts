import { expect } from "vitest";
import { groups } from "@/db/schema/groups";
import { execute } from "@/lib/operations/command";
import { createGroups } from "@/lib/operations/group/create-groups";
import { test } from "@/test/database";
import { aConfirmed, anOrganizationWith, anyId } from "@/test/organization";

test("a group that is there by its name is not made again, however it is written, nor sought elsewhere", async ({
  tx,
}) => {
  const { organizationId } = await anOrganizationWith(tx);
  const other = await anOrganizationWith(tx, { name: "Other" });
  const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  const theirs = { organizationId: other.organizationId, name: "Sales", sortName: "sales" };
  await tx.insert(groups).values(theirs);
  const send = (...names: string[]) =>
    execute(tx, createGroups, owner.actor, {
      organizationId,
      groups: names.map((name) => ({ groupId: anyId(), name })),
    });
  expect(await send("Élan", "Finance")).toEqual({ created: 2 });
  expect(await send("elan", "FINANCE", "Sales")).toEqual({ created: 1 });
});
