import "server-only";
import { sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";

/** What the rules judge by of an organization's own row: a standing is this and a capacity. */
export const judgedColumns = {
  state: organizations.state,
  switches: {
    adminsReachAll: organizations.allowAdminAccessToAllCollectionItems,
    deletionNeedsManage: organizations.limitItemDeletion,
    creationIsLimited: organizations.limitCollectionCreation,
    collectionDeletionIsLimited: organizations.limitCollectionDeletion,
  },
  features: organizations.features,
};

/** Whether a member's place is the provider's. */
export const placeIsProviders = sql<boolean>`${organizationMembers.placeOfProvider} is not null`;
