import { redirect } from "next/navigation";

type Props = { params: Promise<{ organizationId: string }> };

/** There is one report so far, so the way to the reports leads to it. */
export default async function Reports({ params }: Props) {
  redirect(`/organizations/${(await params).organizationId}/reports/member-access`);
}
