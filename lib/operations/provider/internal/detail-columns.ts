import "server-only";
import { providers } from "@/db/schema/providers";

/** What a provider is called and where its bills go. */
export const detailColumns = {
  name: providers.name,
  businessName: providers.businessName,
  billingEmail: providers.billingEmail,
  billingPhone: providers.billingPhone,
  addressLine1: providers.addressLine1,
  addressLine2: providers.addressLine2,
  postalCode: providers.postalCode,
  city: providers.city,
  region: providers.region,
  country: providers.country,
  taxNumber: providers.taxNumber,
};
