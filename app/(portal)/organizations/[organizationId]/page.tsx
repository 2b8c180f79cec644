import { redirect } from "next/navigation";

type Props = { params: Promise<{ organizationId: string }> };

export default async function OrganizationPage({ params }: Props) {
  redirect(`/organizations/${(await params).organizationId}/collections`);
}
