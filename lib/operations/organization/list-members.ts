import "server-only";
import { ListMembers } from "@/lib/domain/organization/inputs";
import { mayInOrganization } from "@/lib/domain/organization/member";
import { actsForProvider } from "@/lib/domain/organization/provider-place";
import { personOf } from "@/lib/operations/account/access";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { mayWithMember } from "@/lib/operations/organization/internal/may-with-member";
import { members, readPage } from "@/lib/operations/organization/internal/members-page";
import { defineQuery } from "@/lib/operations/query";

/** The organization's members, a page at a time, and the counts of the filters. All are those who are not revoked. */
export const listOrganizationMembers = defineQuery({
  name: "organization.list_members",
  input: ListMembers,
  access: inOrganization.read_members,
  async read({ tx, actor, input, standing }) {
    const you = personOf(actor);
    const page = members.page(input);
    const rows = await readPage(tx, input, page);
    const { all = 0, invited = 0, accepted = 0, revoked = 0, asked = 0 } = rows[0] ?? {};
    const place = placeOf(standing);
    const seesGroups = mayInOrganization("read_groups", place).allowed;
    const hasCounting = rows[0]?.hasCounting ?? false;
    const looking = {
      place,
      forProvider: actsForProvider(place, Number(hasCounting)),
      hasMember: rows[0]?.hasMember ?? false,
      owners: rows[0]?.owners ?? 0,
      hasCounting,
    };
    const { rows: shown, next } = page.cut(rows.flatMap(({ member }) => (member ? [member] : [])));
    return {
      counts: { all, invited, accepted, revoked },
      /** How many the provider has asked the owners about. */
      asked,
      members: shown.map(
        ({
          ofTeam,
          hasJoinedTeam,
          groups,
          placeOfProvider,
          letInByProvider,
          askedAt,
          approvedAt,
          approvedBy,
          ...member
        }) => {
          const row = { ...member, isYou: member.userId === you };
          const placeIsProviders = placeOfProvider !== null;
          const judged = { ...row, ofTeam, hasJoinedTeam, placeIsProviders, letInByProvider };
          return {
            ...row,
            /** Their groups by name; null for those who may not know of groups. */
            groups: seesGroups ? groups : null,
            /** Somebody of the provider's team, or a place of the provider's. */
            ofProvider: placeIsProviders || ofTeam,
            may: mayWithMember(looking, { ...judged, askedAt, approvedAt, approvedBy }),
          };
        },
      ),
      next,
    };
  },
});

export type ListedMembers = Awaited<ReturnType<typeof listOrganizationMembers.read>>;
export type ListedMember = ListedMembers["members"][number];
