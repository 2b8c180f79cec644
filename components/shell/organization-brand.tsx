import { AppLink } from "@/components/ui/app-link";
import { Avatar } from "@/components/ui/avatar";

type Props = { id: string; name: string /** Plan and seats. */; subtitle: string; href: string };

/** The head of a client's console: the client in its own colour. */
export function OrganizationBrand({ id, name, subtitle, href }: Props) {
  return (
    <AppLink href={href} title={name} className="flex items-center gap-2.5 rounded-item px-2 py-0.5">
      <Avatar id={id} name={name} kind="organization" />
      <span className="min-w-0">
        <span
          dir="auto"
          className="own-direction wrap-anywhere line-clamp-2 font-semibold text-lead text-white leading-5 tracking-[-0.01em]"
        >
          {name}
        </span>
        <span className="block truncate text-[11.5px] text-side-muted leading-3.5">{subtitle}</span>
      </span>
    </AppLink>
  );
}
