import { expect, test } from "vitest";
import { accountKinds, organizationKinds, rotatedKinds } from "@/lib/domain/rotation/kinds";

test("what can be staged is what is sealed under either key, each once", () => {
  expect(new Set(rotatedKinds)).toEqual(new Set([...organizationKinds, ...accountKinds]));
  expect(rotatedKinds).toHaveLength(new Set(rotatedKinds).size);
});
