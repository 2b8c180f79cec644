import type { z } from "zod";
import type { ListBlueprints } from "@/components/blueprints/blueprint-select";
import type { PolicyActions } from "@/components/policies/policy-actions";
import type { AskOrganizationKey, AskProviderKey } from "@/components/vault/hold-key";
import type {
  ApplyBlueprint,
  BlueprintRef,
  ClientOf,
  RenameBlueprint,
  SaveBlueprint,
} from "@/lib/domain/blueprint/inputs";
import type { OrganizationTarget } from "@/lib/domain/organization/inputs";
import type { FindClients } from "@/lib/domain/provider/inputs";
import type { Act } from "@/lib/http/result";
import type { ServedClientState } from "@/lib/operations/blueprint/get-client-state";
import type { FoundClients } from "@/lib/operations/client/find-clients";

/** What it takes to look at a client with the keys of its provider. */
export type ReadClientActions = {
  getProviderKey: AskProviderKey;
  getOrganizationKey: AskOrganizationKey;
  enter: Act<z.input<typeof OrganizationTarget>, null>;
  getClient: Act<z.input<typeof ClientOf>, ServedClientState>;
};

export type FindClientsAction = Act<z.input<typeof FindClients>, FoundClients>;

export type SaveActions = ReadClientActions & {
  list: ListBlueprints;
  save: Act<z.input<typeof SaveBlueprint>, { blueprintId: string }>;
  leave: Act<z.input<typeof OrganizationTarget>>;
};

export type RenameAction = Act<z.input<typeof RenameBlueprint>>;
export type DeleteAction = Act<z.input<typeof BlueprintRef>>;

export type ApplyActions = ReadClientActions &
  Pick<PolicyActions, "preview" | "set" | "listOwed" | "makeOwn"> & {
    apply: Act<z.input<typeof ApplyBlueprint>, { mark: string }>;
    leave: Act<z.input<typeof OrganizationTarget>>;
  };
