import { z } from "zod";

/** Ids are UUIDs, branded so that one kind never stands where another belongs. */
export const UserId = z.uuid().brand<"UserId">();
export const SessionId = z.uuid().brand<"SessionId">();
export const DeviceId = z.uuid().brand<"DeviceId">();
export const ProviderId = z.uuid().brand<"ProviderId">();
export const ProviderMemberId = z.uuid().brand<"ProviderMemberId">();
export const ProviderOrganizationId = z.uuid().brand<"ProviderOrganizationId">();
export const OrganizationId = z.uuid().brand<"OrganizationId">();
export const OrganizationKeyId = z.uuid().brand<"OrganizationKeyId">();
export const OrganizationMemberId = z.uuid().brand<"OrganizationMemberId">();
export const CollectionId = z.uuid().brand<"CollectionId">();
export const GroupId = z.uuid().brand<"GroupId">();
export const ItemId = z.uuid().brand<"ItemId">();
export const TokenId = z.uuid().brand<"TokenId">();
export const PasskeyId = z.uuid().brand<"PasskeyId">();
export const JobId = z.uuid().brand<"JobId">();
export const RotationId = z.uuid().brand<"RotationId">();
export const RotationDebtId = z.uuid().brand<"RotationDebtId">();

export type UserId = z.infer<typeof UserId>;
export type SessionId = z.infer<typeof SessionId>;
export type DeviceId = z.infer<typeof DeviceId>;
export type ProviderId = z.infer<typeof ProviderId>;
export type ProviderMemberId = z.infer<typeof ProviderMemberId>;
export type ProviderOrganizationId = z.infer<typeof ProviderOrganizationId>;
export type OrganizationId = z.infer<typeof OrganizationId>;
export type OrganizationKeyId = z.infer<typeof OrganizationKeyId>;
export type OrganizationMemberId = z.infer<typeof OrganizationMemberId>;
export type CollectionId = z.infer<typeof CollectionId>;
export type GroupId = z.infer<typeof GroupId>;
export type ItemId = z.infer<typeof ItemId>;
export type TokenId = z.infer<typeof TokenId>;
export type PasskeyId = z.infer<typeof PasskeyId>;
export type JobId = z.infer<typeof JobId>;
export type RotationId = z.infer<typeof RotationId>;
export type RotationDebtId = z.infer<typeof RotationDebtId>;
