import "server-only";
import { z } from "zod";
import { ProviderId } from "@/lib/domain/ids";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** Whether the actor may see staff, billing and settings. It reads nothing but the standing. */
export const seeProviderAdministration = defineQuery({
  name: "provider.see_administration",
  input: z.object({ providerId: ProviderId }),
  access: inProvider.read_staff,
  read: async () => null,
});
