import { test } from "vitest";
import { z } from "zod";
import { ProviderId } from "@/lib/domain/ids";
import { everyone } from "@/lib/operations/access";
import { defineCommand } from "@/lib/operations/command";
import { done } from "@/lib/operations/outcome";
import { providerAdmins } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

const input = z.object({ providerId: ProviderId });
const event = { type: "provider.updated" } as const;

// The compiler is the test: were one of these to compile, `tsc` would report an unused expectation.
test("what cannot be written", () => {
  defineCommand({ name: "x", input, access: providerAdmins, run: async () => done(null, event) });

  // @ts-expect-error access is missing
  defineCommand({ name: "x", input, run: async () => done(null, event) });

  // @ts-expect-error a bare result is not an outcome: no event was given
  defineCommand({ name: "x", input, access: providerAdmins, run: async () => ({ ok: true }) });

  // @ts-expect-error an outcome has at least one event
  defineCommand({ name: "x", input, access: providerAdmins, run: async () => done(null) });

  // @ts-expect-error the log knows no such event
  defineCommand({ name: "x", input, access: providerAdmins, run: async () => done(null, { type: "misc" }) });

  const named = z.object({ name: z.string() });
  // @ts-expect-error the input names no provider for providerAdmins to judge
  defineCommand({ name: "x", input: named, access: providerAdmins, run: async () => done(null, event) });

  // @ts-expect-error a query too says who may ask
  defineQuery({ name: "x", input, read: async () => null });

  // @ts-expect-error "everyone" takes a reason
  everyone();
});
