import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { StageAccountRows, StageOrganizationRows } from "@/lib/domain/rotation/inputs";

const [rotationId, organizationId, id] = [randomUUID(), randomUUID(), randomUUID()];
const item = { kind: "item", id, version: "1", sealed: { lost: true } };
const enrolment = { kind: "enrolment", id, version: "1", sealed: { userKeyForOrganization: null } };
const member = {
  kind: "member",
  id,
  version: "1",
  sealed: { organizationKeyForMember: null, userKeyForOrganization: null },
};

test("a row stands once in what is staged; a row of another kind may have its id", () => {
  const account = (...rows: object[]) => StageAccountRows.safeParse({ rotationId, rows }).success;
  const organization = (...rows: object[]) =>
    StageOrganizationRows.safeParse({ organizationId, rotationId, rows }).success;
  expect(account(item, enrolment)).toBe(true);
  expect(account(item, enrolment, { ...item, version: "2" })).toBe(false);
  expect(organization(item, member)).toBe(true);
  expect(organization(member, item, member)).toBe(false);
});
