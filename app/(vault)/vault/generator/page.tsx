import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { GeneratorPage } from "@/components/generator/generator-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("generator"))("title"),
});

export default function GeneratorOfVault() {
  return <GeneratorPage account={<HeaderMenu />} />;
}
