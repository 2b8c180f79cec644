import type { ComponentProps } from "react";
import { HeaderMenu } from "@/app/account/header-menu";
import { PageHeader } from "@/components/shell/page-header";

/** The head of a page of the portal or the administration, with the menu of whoever is signed in. */
export function PortalHeader(props: Omit<ComponentProps<typeof PageHeader>, "account">) {
  return <PageHeader {...props} account={<HeaderMenu />} />;
}
