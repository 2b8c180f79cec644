import { redirect } from "next/navigation";

export default async function ProviderPage({ params }: PageProps<"/providers/[providerId]">) {
  const { providerId } = await params;
  redirect(`/providers/${providerId}/clients`);
}
