import type { z } from "zod";
import type { ProviderId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import type {
  ChangeProviderTerms,
  CorrectProviderInvitation,
  InviteProvider,
} from "@/lib/domain/provider/inputs";
import type { SuspendProvider } from "@/lib/domain/provider/suspending";
import type { Act } from "@/lib/http/result";

export type ProviderRow = {
  id: ProviderId;
  name: string | null;
  ownerEmail: string;
  status: "pending" | "created" | "billable";
  state: "enabled" | "suspended";
  suspensionReason: string | null;
  clients: number;
  members: number;
  minimums: Partial<Record<Plan, number>>;
  assigned: Partial<Record<Plan, number>>;
  discountPercent: number;
  invitedAt: Date;
  setUpAt: Date | null;
};

/** What a provider is called before it has a name. */
export const shownNameOf = ({ name, ownerEmail }: Pick<ProviderRow, "name" | "ownerEmail">) =>
  name || ownerEmail;

export type InviteProviderAct = Act<z.input<typeof InviteProvider>>;

/** What can be done with an invitation that nobody has followed. */
export type InvitationActions = {
  resend: Act<{ providerId: string }>;
  correct: Act<z.input<typeof CorrectProviderInvitation>>;
  withdraw: Act<{ providerId: string }>;
};

/** What can be done with a provider that is set up. */
export type ProviderActions = {
  changeTerms: Act<z.input<typeof ChangeProviderTerms>>;
  suspend: Act<z.input<typeof SuspendProvider>>;
  reinstate: Act<{ providerId: string }>;
};
