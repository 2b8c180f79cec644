import type { z } from "zod";
import { TypedEmail } from "@/lib/domain/addresses";
import { ProviderDetails } from "@/lib/domain/provider/inputs";

/** What is typed of a provider: a name may stand around the address. */
export const TypedDetails = ProviderDetails.extend({ billingEmail: TypedEmail });

type Details = z.output<typeof ProviderDetails>;

/** Typed values in the form that commands read: nothing as an empty text. */
export function inputOf(details: Details): z.input<typeof ProviderDetails> {
  const { name, billingEmail, ...rest } = details;
  return { name, billingEmail, ...emptyForNull(rest) };
}

/** What is known of a provider, as a form shows it. */
export const shownDetails = (known: { [Field in keyof Details]: string | null }) => emptyForNull(known);

const emptyForNull = <Fields extends Record<string, string | null>>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text ?? ""])) as Record<
    keyof Fields,
    string
  >;
