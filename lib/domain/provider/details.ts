import type { z } from "zod";
import type { UpdateProvider } from "@/lib/domain/provider/inputs";

type Details = Omit<z.output<typeof UpdateProvider>, "providerId" | "shown">;
type KnownDetails = { [Field in keyof Details]-?: string | null };

/** The details of a provider, as its log tells them apart, each with the fields that it consists of. */
const fieldsOf = {
  name: ["name"],
  business_name: ["businessName"],
  billing_email: ["billingEmail"],
  billing_phone: ["billingPhone"],
  address: ["addressLine1", "addressLine2", "postalCode", "city", "region", "country"],
  tax_number: ["taxNumber"],
} as const satisfies Record<string, readonly (keyof KnownDetails)[]>;

export type ProviderDetail = keyof typeof fieldsOf;

/** Which details differ. What is left out stays as it is. */
export const changedDetails = (before: KnownDetails, to: Partial<Details>): ProviderDetail[] =>
  // The table has exactly the details as keys.
  (Object.keys(fieldsOf) as ProviderDetail[]).filter((detail) =>
    fieldsOf[detail].some((field) => to[field] !== undefined && to[field] !== before[field]),
  );
