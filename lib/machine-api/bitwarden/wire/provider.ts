import type { UserId } from "@/lib/domain/ids";
import {
  confirmed,
  providerRoleNumbers,
  providerStatusNumbers,
  providerTypeNumbers,
} from "@/lib/machine-api/bitwarden/wire/numbers";
import type { ProfileForApps } from "@/lib/operations/item/internal/profile-for-apps";

type Provider = ProfileForApps["providers"][number];

/** A provider whose portal somebody may open. Protocol chapter 5.4. */
export const providerOf = (provider: Provider, userId: UserId) => ({
  ...{ id: provider.id, name: provider.name, userId },
  key: provider.providerKeyForMember,
  status: confirmed,
  type: providerRoleNumbers[provider.role],
  enabled: provider.state === "enabled",
  permissions: null,
  useEvents: provider.useEvents,
  providerStatus: providerStatusNumbers[provider.status],
  providerType: providerTypeNumbers[provider.type],
  object: "profileProvider",
});
