import type { ComponentProps } from "react";
import { PageHeader } from "@/components/shell/page-header";

/** The head of a page of the portal or the administration. */
export function PortalHeader(props: Omit<ComponentProps<typeof PageHeader>, "account">) {
  return <PageHeader {...props} />;
}
