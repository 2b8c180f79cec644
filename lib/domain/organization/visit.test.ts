import { expect, test } from "vitest";
import { mayEnterClient } from "@/lib/domain/organization/visit";

test.each([
  [null, "not_found"],
  [{ access: "full", isMember: false } as const, "allowed"],
  [{ access: "manage_without_items", isMember: false } as const, "allowed"],
  [{ access: "closed", isMember: false } as const, "provider_access_closed"],
  [{ access: "full", isMember: true } as const, "already_a_member"],
])("%j: %s", (standing, expected) => {
  const decision = mayEnterClient(standing);
  expect(decision.allowed ? "allowed" : decision.refusal).toBe(expected);
});
