import "server-only";
import { z } from "zod";
import { ProviderId } from "@/lib/domain/ids";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** Whether there is staff, billing and settings for whoever asks. Reads the standing and nothing more. */
export const seeProviderAdministration = defineQuery({
  name: "provider.see_administration",
  input: z.object({ providerId: ProviderId }),
  access: inProvider.read_staff,
  read: async () => null,
});
