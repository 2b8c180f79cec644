import { expect, test } from "vitest";
import { inOrganization } from "@/lib/operations/organization/access";
import { inProvider } from "@/lib/operations/provider/access";

test.each([
  ["organization", inOrganization],
  ["provider", inProvider],
])("each access of a tenant is called by the %s and the permission", (tenant, accesses) => {
  const names = Object.entries(accesses).map(([permission, { name }]) => [permission, name]);
  expect(names).not.toEqual([]);
  expect(names).toEqual(Object.keys(accesses).map((permission) => [permission, `${tenant}.${permission}`]));
});
