import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { DeleteGroups } from "@/lib/domain/group/inputs";
import { MemberTargets } from "@/lib/domain/organization/inputs";
import { ProviderMemberRefs } from "@/lib/domain/provider/inputs";
import { noneTwice, selectedAtOnce } from "@/lib/domain/selection";

const ids = (count: number) => Array.from({ length: count }, () => randomUUID());

test.each([
  ["members", (memberIds: string[]) => MemberTargets.safeParse({ organizationId: randomUUID(), memberIds })],
  ["people of a team", (memberIds) => ProviderMemberRefs.safeParse({ providerId: randomUUID(), memberIds })],
  ["groups", (groupIds) => DeleteGroups.safeParse({ organizationId: randomUUID(), groupIds })],
] as [string, (ids: string[]) => { success: boolean }][])(
  "as many %s are selected at once",
  (_what, parse) => {
    const fits = [0, 1, selectedAtOnce, selectedAtOnce + 1].map((count) => parse(ids(count)).success);
    expect(fits).toEqual([false, true, true, false]);
  },
);

test("an id that is there twice is seen", () => {
  expect(noneTwice([])).toBe(true);
  expect(noneTwice(["one", "other"])).toBe(true);
  expect(noneTwice(["one", "other", "one"])).toBe(false);
});
