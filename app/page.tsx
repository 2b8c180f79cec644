import { redirect } from "next/navigation";
import { load } from "@/lib/http/page";
import { landing } from "@/lib/operations/account/landing";

export default async function StartPage() {
  const { path } = await load(landing, {});
  redirect(path);
}
