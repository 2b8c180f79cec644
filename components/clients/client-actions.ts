import type { z } from "zod";
import type { AskProviderKey } from "@/components/providers/use-provider-key";
import type { CreateClient, RenameClient, SetClientSeats } from "@/lib/domain/provider/inputs";
import type { ActionResult } from "@/lib/http/result";

type Act<Schema extends z.ZodType> = (input: z.input<Schema>) => Promise<ActionResult<unknown>>;

/** What the Clients page can do, handed to its components as server actions. */
export type ClientActions = {
  create: Act<typeof CreateClient>;
  rename: Act<typeof RenameClient>;
  setSeats: Act<typeof SetClientSeats>;
  askProviderKey: AskProviderKey;
};
