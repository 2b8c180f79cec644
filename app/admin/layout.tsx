import { AdminShell } from "@/components/admin/admin-shell";
import { load } from "@/lib/http/page";
import { seeAdministration } from "@/lib/operations/admin/see-administration";

export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  await load(seeAdministration, {});
  return <AdminShell>{children}</AdminShell>;
}
