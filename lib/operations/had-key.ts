import "server-only";
import { sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";

/** Whether the organization's key was ever sealed for a member: a rotation takes the seal of a revoked one away. */
export const hadKey = sql<boolean>`(${organizationMembers.organizationKeyForMember} is not null
  or ${organizationMembers.confirmedAt} is not null or ${organizationMembers.readUntil} is not null)`;
