import type { z } from "zod";
import type { AskProviderKey } from "@/components/vault/hold-key";
import type { CorrectClient, CreateClient, RenameClient, SetClientSeats } from "@/lib/domain/provider/inputs";
import type { Act } from "@/lib/http/result";

/** What the Clients page can do, handed to its components as server actions. */
export type ClientActions = {
  create: Act<z.input<typeof CreateClient>, { existed: boolean }>;
  correct: Act<z.input<typeof CorrectClient>>;
  rename: Act<z.input<typeof RenameClient>>;
  setSeats: Act<z.input<typeof SetClientSeats>>;
  askProviderKey: AskProviderKey;
};
