import "server-only";
import { z } from "zod";
import { ProviderId } from "@/lib/domain/ids";
import { placeOf, providerUsers } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** What every page of the portal shows around itself: all of it is the standing's, nothing more is read. */
export const getProviderFrame = defineQuery({
  name: "provider.get_frame",
  input: z.object({ providerId: ProviderId }),
  access: providerUsers,
  async read({ standing }) {
    const { name, role, state, toConfirm, confirmedAdmins } = placeOf(standing);
    return { name, role, state, toConfirm, confirmedAdmins };
  },
});
