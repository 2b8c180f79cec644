import { useTranslations } from "next-intl";
import type { InvitationOutcome } from "@/lib/domain/invitations";
import type { TypedAddress } from "@/lib/domain/provider/addresses";

/** An address that was passed over, and why. */
export type Told = { email: string; outcome: Exclude<InvitationOutcome, "invited" | "awaiting_approval"> };

type Props = { addresses: readonly TypedAddress[]; told: readonly Told[] };

/** What is to be said of single addresses: what is wrong with them as typed, and why some were not invited. */
export function AddressNotes({ addresses, told }: Props) {
  const t = useTranslations("members.inviteDialog");
  const problems = addresses.flatMap(({ typed, problem }) => (problem ? [{ typed, problem }] : []));
  const known = told.filter(({ email }) => addresses.some((address) => address.email === email));
  return (
    <ul aria-live="polite" className="flex flex-col gap-1 text-label text-warn empty:hidden">
      {problems.map(({ typed, problem }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same address can stand there twice
        <li key={index} className="break-words">
          {t(problem, { address: typed })}
        </li>
      ))}
      {known.map(({ email, outcome }) => (
        <li key={email} className="break-words">
          {t(outcome, { address: email })}
        </li>
      ))}
    </ul>
  );
}
