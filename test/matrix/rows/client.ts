import { randomUUID } from "node:crypto";
import { providerTags } from "@/db/schema/client-tags";
import { ClientTagId } from "@/lib/domain/ids";
import { changeTag } from "@/lib/operations/client/change-tag";
import { correctClient } from "@/lib/operations/client/correct-client";
import { createClient } from "@/lib/operations/client/create-client";
import { deleteClient } from "@/lib/operations/client/delete-client";
import { deleteTag } from "@/lib/operations/client/delete-tag";
import { exportClients } from "@/lib/operations/client/export-clients";
import { findClients } from "@/lib/operations/client/find-clients";
import { getPortalOverview } from "@/lib/operations/client/get-portal-overview";
import { getUnlinking } from "@/lib/operations/client/get-unlinking";
import { linkClient } from "@/lib/operations/client/link-client";
import { listClients } from "@/lib/operations/client/list-clients";
import { listLinkable } from "@/lib/operations/client/list-linkable";
import { makeTag } from "@/lib/operations/client/make-tag";
import { renameClient } from "@/lib/operations/client/rename-client";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { setClientTags } from "@/lib/operations/client/set-client-tags";
import { unlinkClient } from "@/lib/operations/client/unlink-client";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { keepVisit } from "@/lib/operations/visit/keep-visit";
import { leaveClient } from "@/lib/operations/visit/leave-client";
import { inPortal, ofOneself } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { newClient } from "@/test/matrix/world";
import { aMemberOf, anOrganizationWith, keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";

/** What somebody links who owns an organization without a provider. */
async function ownOrganization({ tx, you, providerId }: Given) {
  const { organizationId } = await anOrganizationWith(tx);
  if (you.person) await aMemberOf(tx, organizationId, you.person, { role: "owner" });
  return {
    providerId,
    organizationId,
    organizationKeyId: keyOf(organizationId),
    organizationKeyForProvider: sealedText(5),
    shown: { plan: "teams_monthly" as const, from: 0, to: 10, purchase: 0 },
  };
}

const client = ({ providerId, organizationId }: Given) => ({ providerId, organizationId });
const here = ({ organizationId }: Given) => ({ organizationId });

const everyUser = inPortal(["staff"]);
/** Service users look after clients, and make none. */
const admins = inPortal(["provider admin"]);

const look = () => ({ name: sealedText(2), color: "teal" as const });

async function aTag({ tx, providerId }: Given) {
  const id = ClientTagId.parse(randomUUID());
  await tx.insert(providerTags).values({ id, providerId, ...look() });
  return { providerId, tagId: id };
}

export const rows = [
  row(getPortalOverview, everyUser).with(({ providerId }) => ({ providerId })),
  row(listClients, everyUser).with(({ providerId }) => ({ providerId })),
  row(renameClient, everyUser).with(({ providerId, organizationId }) => ({
    providerId,
    organizationId,
    name: "Renamed Client",
  })),
  row(setClientSeats, everyUser).with(({ providerId, organizationId }) => ({
    providerId,
    organizationId,
    seats: 60,
  })),
  row(makeTag, everyUser).with(({ providerId }) => ({ providerId, tagId: randomUUID(), ...look() })),
  row(changeTag, everyUser).with(async (given) => ({ ...(await aTag(given)), ...look() })),
  row(deleteTag, everyUser).with(aTag),
  row(setClientTags, everyUser).with(async (given) => {
    const { providerId, tagId } = await aTag(given);
    return { providerId, organizationId: given.organizationId, tagIds: [tagId] };
  }),
  row(exportClients, everyUser).with(({ providerId }) => ({ providerId })),
  row(findClients, everyUser).with(({ providerId }) => ({ providerId })),
  row(createClient, admins).with(({ providerId }) => ({ providerId, ...newClient() })),
  row(correctClient, admins).with(({ providerId, fresh: { organizationId, plan, seats, ownerEmail } }) => ({
    providerId,
    organizationId,
    name: "Corrected Client",
    plan,
    seats,
    ownerEmail,
  })),
  row(listLinkable, admins).with(({ providerId }) => ({ providerId })),
  row(linkClient, admins).with(ownOrganization),
  row(getUnlinking, admins).with(client),
  row(unlinkClient, admins).with(client),
  row(deleteClient, admins).with(({ providerId, fresh: { organizationId } }) => ({
    providerId,
    organizationId,
  })),
  row(enterClient, everyUser).with(here),
  // What is noted and ended is a visit of one's own session. Where there is none, there is nothing to leave.
  row(keepVisit, ofOneself()).with(here),
  row(leaveClient, inPortal(["visitors"], { key: "not_signed_in" })).with(here),
];
