import { z } from "zod";
import { DiscountPercent } from "@/lib/domain/billing/discount";
import { isCountry } from "@/lib/domain/countries";
import { Email } from "@/lib/domain/email";
import {
  ClientTagId,
  OrganizationId,
  OrganizationKeyId,
  ProviderId,
  ProviderMemberId,
} from "@/lib/domain/ids";
import { Addresses } from "@/lib/domain/invitations";
import { listFilter, listView } from "@/lib/domain/list-view";
import { ChosenMailLanguage } from "@/lib/domain/mail-language";
import { Name, OptionalName } from "@/lib/domain/names";
import { plans } from "@/lib/domain/organization/plans";
import { providerRoles } from "@/lib/domain/provider/member";
import { seatLimit } from "@/lib/domain/provider/seats";
import { sessionHours } from "@/lib/domain/provider/session-length";
import { encString, PublicKey, SealedKey, SealedPrivateKey, SealedSymmetricKey } from "@/lib/domain/sealed";
import { SearchText } from "@/lib/domain/search";
import { selected } from "@/lib/domain/selection";

const SeatMinimum = z.int().min(0).max(seatLimit);

export const InviteProvider = z.object({
  email: Email,
  name: OptionalName.default(null),
  teamsSeats: SeatMinimum,
  enterpriseSeats: SeatMinimum,
  discountPercent: DiscountPercent.optional(),
});

/** What an administrator changes while nobody has followed the link. A discount that is left out stays as it is. */
export const CorrectProviderInvitation = InviteProvider.extend({ providerId: ProviderId });

export const providerSorts = ["age", "name"] as const;
export const providerFilters = ["pending", "suspended"] as const;
/** The providers of the instance: the newest first, unless something else is said. */
export const ListProviders = z.object({
  ...listView(providerSorts, "descending"),
  status: listFilter(providerFilters),
});

/** What a provider has committed itself to, and what it pays less. */
export const ProviderTerms = z.object({
  teamsSeats: SeatMinimum,
  enterpriseSeats: SeatMinimum,
  discountPercent: DiscountPercent,
});

export const ChangeProviderTerms = ProviderTerms.extend({
  providerId: ProviderId,
  /** What was changed on the screen: with other terms by now, nothing happens. */
  shown: ProviderTerms,
});

/** ISO 3166-1 alpha-2, upper case; empty becomes null. */
const Country = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => code === "" || isCountry(code), { error: "invalid" })
  .transform((code) => (code === "" ? null : code));

/** What a provider's owner types at set-up. Everything of the address is optional. */
export const ProviderDetails = z.object({
  name: Name,
  businessName: OptionalName.default(null),
  billingEmail: Email,
  billingPhone: OptionalName.default(null),
  country: Country.default(null),
  postalCode: OptionalName.default(null),
  addressLine1: OptionalName.default(null),
  addressLine2: OptionalName.default(null),
  city: OptionalName.default(null),
  region: OptionalName.default(null),
  taxNumber: OptionalName.default(null),
});

export const SetTwoStepRequirement = z.object({ providerId: ProviderId, required: z.boolean() });

export const SetClientCreation = z.object({ providerId: ProviderId, allowed: z.boolean() });

export const SetSessionLength = z.object({
  providerId: ProviderId,
  hours: z.int().min(sessionHours.least).max(sessionHours.most),
});

export const ProviderTarget = z.object({ providerId: ProviderId });

export const SetMailLanguage = z.object({ providerId: ProviderId, language: ChosenMailLanguage });

const ChangedDetails = z.object({
  name: Name,
  businessName: OptionalName.optional(),
  billingEmail: Email,
  billingPhone: OptionalName.optional(),
  country: Country.optional(),
  postalCode: OptionalName.optional(),
  addressLine1: OptionalName.optional(),
  addressLine2: OptionalName.optional(),
  city: OptionalName.optional(),
  region: OptionalName.optional(),
  taxNumber: OptionalName.optional(),
});

/** What is left out stays as it is; empty takes away. */
export const UpdateProvider = ChangedDetails.extend({
  providerId: ProviderId,
  /** What the form began with. Left out by whoever has no screen. */
  shown: ChangedDetails.partial().optional(),
});

export const ProviderRoleWord = z.enum(providerRoles);

/** The moment at which somebody's access ends by itself. A database does not take every moment that can be written. */
const AccessEnd = z
  .union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))])
  .refine((moment) => moment.getUTCFullYear() >= 2000 && moment.getUTCFullYear() <= 2200, {
    error: "invalid",
  })
  .nullable();

export const InviteProviderMembers = z.object({
  providerId: ProviderId,
  emails: Addresses,
  role: ProviderRoleWord,
  accessEndsAt: AccessEnd.default(null),
});

export const ProviderMemberRef = z.object({ providerId: ProviderId, memberId: ProviderMemberId });

export const ProviderMemberRefs = z.object({
  providerId: ProviderId,
  memberIds: selected(ProviderMemberId),
});

/** Those who are named; whoever waits where none is. */
export const ListToConfirm = ProviderMemberRefs.partial({ memberIds: true });

export const ConfirmProviderMembers = z.object({
  providerId: ProviderId,
  people: selected(
    z.object({
      memberId: ProviderMemberId,
      /** The key whose fingerprint phrase was shown, and for which the provider key was sealed. */
      publicKey: PublicKey,
      providerKeyForMember: SealedKey,
    }),
  ),
});

/** An end of access that is left out stays as it is; null takes it away. */
export const ChangeProviderMemberRole = ProviderMemberRef.extend({
  role: ProviderRoleWord,
  accessEndsAt: AccessEnd.optional(),
});

/** Whole, so that "1.5" is told as such; its range is judged by a rule that names the limits. */
const Seats = z.int();

/** What is typed for a new client. */
export const NewClient = z.object({
  plan: z.enum(plans),
  name: Name,
  ownerEmail: Email,
  seats: Seats.min(1).max(seatLimit),
});

/** What a screen showed of a change of seats: of which plan, from how many to how many, and how many more are purchased. */
export const ShownSeats = z.object({
  plan: z.enum(plans),
  from: z.int(),
  to: z.int(),
  purchase: z.int(),
});

export const CreateClient = NewClient.extend({
  providerId: ProviderId,
  /** Made by the form, so that the same form sent twice makes one client. */
  organizationId: OrganizationId,
  seats: Seats,
  /** Left out by whoever has no screen. */
  shown: ShownSeats.optional(),
  organizationKeyId: OrganizationKeyId,
  organizationKeyForProvider: SealedSymmetricKey,
  publicKey: PublicKey,
  privateKeyForOrganization: SealedPrivateKey,
  collectionName: encString(),
});

export const ClientsTarget = z.object({ providerId: ProviderId });

export const ClientRef = z.object({ providerId: ProviderId, organizationId: OrganizationId });

/** What was typed of a new client, once more. */
export const CorrectClient = NewClient.extend({
  ...ClientRef.shape,
  seats: Seats,
  /** What the form showed that is sent again. Left out by whoever has no screen. */
  shown: ShownSeats.optional(),
});

export const RenameClient = ClientRef.extend({
  name: Name,
  /** What the form began with. Left out by whoever has no screen. */
  shown: z.object({ name: Name }).optional(),
});

export const SetClientSeats = ClientRef.extend({
  seats: Seats,
  /** Left out by whoever has no screen. */
  shown: ShownSeats.optional(),
});

export const clientSorts = ["name", "assigned", "used", "remaining", "plan"] as const;
export const clientFilters = ["attention", "confirm", "onboarding", "suspended"] as const;
export const ListClients = z.object({
  providerId: ProviderId,
  ...listView(clientSorts),
  status: listFilter(clientFilters),
  tag: ClientTagId.nullable().default(null).catch(null),
});

/** All clients of a list, or those that were selected in it. */
export const ExportClients = ListClients.extend({
  organizationIds: selected(OrganizationId).optional(),
});

/** Fewer are searched for while somebody types. */
export const FindClients = z.object({ providerId: ProviderId, search: SearchText.default("") });

export const staffSorts = ["name", "role"] as const;
export const staffFilters = ["invited", "accepted"] as const;
export const ListProviderMembers = z.object({
  providerId: ProviderId,
  ...listView(staffSorts),
  status: listFilter(staffFilters),
});
