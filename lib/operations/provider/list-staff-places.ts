import "server-only";
import { ProviderMemberRefs } from "@/lib/domain/provider/inputs";
import { inProvider } from "@/lib/operations/provider/access";
import { staffPlaces } from "@/lib/operations/provider/internal/staff-places";
import { defineQuery } from "@/lib/operations/query";

/** What else goes, and what stays, when these people are removed: their places in the provider's clients. */
export const listStaffPlaces = defineQuery({
  name: "provider.list_staff_places",
  input: ProviderMemberRefs,
  access: inProvider.remove_staff,
  async read({ tx, input }) {
    const places = await staffPlaces(tx, input);
    return places.map(({ memberId, client, role, isProviders }) => ({
      memberId,
      client,
      role,
      /** Whether it ends with the removal. */
      ends: isProviders,
    }));
  },
});

export type StaffPlace = Awaited<ReturnType<typeof listStaffPlaces.read>>[number];
