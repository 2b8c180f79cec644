import type { z } from "zod";
import type { AskOrganizationKey, AskProviderKey } from "@/components/vault/hold-key";
import type {
  ClientRef,
  ClientsTarget,
  CorrectClient,
  CreateClient,
  RenameClient,
  SetClientSeats,
} from "@/lib/domain/provider/inputs";
import type { LinkClient } from "@/lib/domain/provider/linking";
import type { Act } from "@/lib/http/result";
import type { Unlinking } from "@/lib/operations/client/get-unlinking";
import type { LinkableOrganization } from "@/lib/operations/client/list-linkable";

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
  askProviderKey: AskProviderKey;
  askOrganizationKey: AskOrganizationKey;
};
