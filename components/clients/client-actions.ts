import type { z } from "zod";
import type { Prove } from "@/components/account/two-step-actions";
import type { ListBlueprints } from "@/components/blueprints/blueprint-select";
import type { ClientRow } from "@/components/clients/clients";
import type { AskOrganizationKey, AskProviderKey } from "@/components/vault/hold-key";
import type { BeginClientJob, SeatsOfClients } from "@/lib/domain/provider/client-jobs";
import type {
  ClientRef,
  ClientsTarget,
  CorrectClient,
  CreateClient,
  ExportClients,
  RenameClient,
  SetClientSeats,
} from "@/lib/domain/provider/inputs";
import type { LinkClient } from "@/lib/domain/provider/linking";
import type { ChangeTag, DeleteTag, MakeTag, SetClientTags } from "@/lib/domain/provider/tags";
import type { Act } from "@/lib/http/result";
import type { Unlinking } from "@/lib/operations/client/get-unlinking";
import type { LinkableOrganization } from "@/lib/operations/client/list-linkable";
import type { ServedSeats } from "@/lib/operations/client-job/get-seats-of-clients";

/** What the Clients page can do, handed to its components as server actions. */
export type ClientActions = {
  create: Act<z.input<typeof CreateClient>, { existed: boolean }>;
  correct: Act<z.input<typeof CorrectClient>>;
  rename: Act<z.input<typeof RenameClient>>;
  setSeats: Act<z.input<typeof SetClientSeats>>;
  link: Act<z.input<typeof LinkClient>>;
  listLinkable: Act<z.input<typeof ClientsTarget>, LinkableOrganization[]>;
  unlink: Act<z.input<typeof ClientRef>>;
  getUnlinking: Act<z.input<typeof ClientRef>, Unlinking>;
  deleteClient: Act<z.input<typeof ClientRef>>;
  prove: Prove;
  makeTag: Act<z.input<typeof MakeTag>>;
  changeTag: Act<z.input<typeof ChangeTag>>;
  deleteTag: Act<z.input<typeof DeleteTag>>;
  setTags: Act<z.input<typeof SetClientTags>>;
  exportClients: Act<z.input<typeof ExportClients>, { clients: ClientRow[] }>;
  begin: Act<z.input<typeof BeginClientJob>>;
  askSeats: Act<z.input<typeof SeatsOfClients>, ServedSeats>;
  listBlueprints: ListBlueprints;
  askProviderKey: AskProviderKey;
  askOrganizationKey: AskOrganizationKey;
};
