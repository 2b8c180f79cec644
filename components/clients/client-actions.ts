import type { z } from "zod";
import type { AskProviderKey } from "@/components/vault/hold-key";
import type { CorrectClient, CreateClient, RenameClient, SetClientSeats } from "@/lib/domain/provider/inputs";
import type { ActionResult } from "@/lib/http/result";

type Act<Schema extends z.ZodType, Result = unknown> = (
  input: z.input<Schema>,
) => Promise<ActionResult<Result>>;

/** What the Clients page can do, handed to its components as server actions. */
export type ClientActions = {
  create: Act<typeof CreateClient, { existed: boolean }>;
  correct: Act<typeof CorrectClient>;
  rename: Act<typeof RenameClient>;
  setSeats: Act<typeof SetClientSeats>;
  askProviderKey: AskProviderKey;
};
