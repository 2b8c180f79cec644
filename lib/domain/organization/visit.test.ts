import { expect, test } from "vitest";
import { mayEnterClient } from "@/lib/domain/organization/visit";

test.each([
  [null, "not_found"],
  [{ access: "full", isMember: false, providerState: "enabled" } as const, "allowed"],
  [{ access: "manage_without_items", isMember: false, providerState: "enabled" } as const, "allowed"],
  [{ access: "closed", isMember: false, providerState: "enabled" } as const, "provider_access_closed"],
  [{ access: "full", isMember: false, providerState: "suspended" } as const, "provider_suspended"],
  [{ access: "full", isMember: true, providerState: "enabled" } as const, "already_a_member"],
])("%j: %s", (standing, expected) => {
  const decision = mayEnterClient(standing);
  expect(decision.allowed ? "allowed" : decision.refusal).toBe(expected);
});
