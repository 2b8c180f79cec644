import type { z } from "zod";
import type { ProviderId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import type { CorrectProviderInvitation, InviteProvider } from "@/lib/domain/provider/inputs";
import type { Act } from "@/lib/http/result";

export type ProviderRow = {
  id: ProviderId;
  name: string | null;
  ownerEmail: string;
  status: "pending" | "created" | "billable";
  state: "enabled" | "suspended";
  clients: number;
  minimums: Partial<Record<Plan, number>>;
  invitedAt: Date;
  setUpAt: Date | null;
};

export type InviteProviderAct = Act<z.input<typeof InviteProvider>>;

/** What can be done with an invitation that nobody has followed. */
export type InvitationActions = {
  resend: Act<{ providerId: string }>;
  correct: Act<z.input<typeof CorrectProviderInvitation>>;
  withdraw: Act<{ providerId: string }>;
};
