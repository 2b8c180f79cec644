import type { z } from "zod";
import type { FindClients } from "@/lib/domain/provider/inputs";
import type { Act } from "@/lib/http/result";
import type { FoundClients } from "@/lib/operations/client/find-clients";
import type { MyPlaces } from "@/lib/operations/organization/list-my-places";

export type SwitcherActions = {
  places: Act<Record<string, never>, MyPlaces>;
  clients: Act<z.input<typeof FindClients>, FoundClients>;
};
