"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, use } from "react";
import { useAct } from "@/components/forms/use-act";
import { chooseLocale } from "@/components/language/choose-locale";
import type { ActionResult } from "@/lib/http/result";
import type { Locale } from "@/lib/i18n/locales";

type Save = (input: { locale: Locale }) => Promise<ActionResult<unknown>>;

const SaveContext = createContext<Save | null>(null);

type Props = {
  /** Where an account keeps its language; null where nobody is signed in. */
  save: Save | null;
  children: ReactNode;
};

/** Around every page: whose choice of language it is that a menu or a link changes. */
export const LanguageChoice = ({ save, children }: Props) => (
  <SaveContext value={save}>{children}</SaveContext>
);

/** Chooses a language: for the account where somebody is signed in, and for this browser when nobody is. */
export function useLanguageChoice() {
  const save = use(SaveContext);
  const router = useRouter();
  const { act } = useAct();

  function keepHere(locale: Locale) {
    chooseLocale(locale);
    router.refresh();
  }

  return async (locale: Locale): Promise<void> => {
    if (!save) return keepHere(locale);
    await act(
      () => save({ locale }),
      () => keepHere(locale),
    );
  };
}
