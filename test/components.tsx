import { cleanup, render } from "@testing-library/react";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import {
  PathnameContext,
  SearchParamsContext,
} from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { type ContextType, type ReactNode, useEffect, useState } from "react";
import { afterEach } from "vitest";
import { ToastProvider } from "@/components/ui/toast";
import { openOnce } from "@/components/vault/open-once";
import { VaultContext } from "@/components/vault/vault-context";
import { messagesOf } from "@/lib/i18n/messages";
import { makeKeyring } from "@/lib/vault/keyring";
import type { Vault } from "@/lib/vault/vault";

afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", "/");
});

/** Leads nowhere: a test that follows a link is a journey. */
const router = {
  back: () => {},
  forward: () => {},
  refresh: () => {},
  push: () => {},
  replace: () => {},
  prefetch: () => {},
} as unknown as NonNullable<ContextType<typeof AppRouterContext>>;

const unused = () => Promise.reject(new Error("a test has no server"));

/** Renders a component as a page of a person does, in English. Without a vault, theirs is locked. */
export function show(element: ReactNode, open: Vault | null = null) {
  const vault = open ?? makeKeyring();
  const context = {
    status: open ? ("unlocked" as const) : ("locked" as const),
    withVault: <Result,>(act: (given: Vault) => Promise<Result>) => act(vault),
    lock: () => {},
    forget: () => {},
    vault: { ...vault, isOpen: async () => open !== null },
    readKeys: unused,
    passkeyUnlock: { ask: unused, open: unused },
    unlocked: unused,
    openings: open ? openOnce(open) : null,
    policies: [],
    judgePassword: unused,
    mustChangePassword: false,
    passwordChanged: () => {},
    signedOut: async () => {},
  };
  const around = ({ children }: { children: ReactNode }) => (
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messagesOf.en}>
      <AppRouterContext value={router}>
        <VaultContext value={context}>
          <Address>
            <ToastProvider>{children}</ToastProvider>
          </Address>
        </VaultContext>
      </AppRouterContext>
    </NextIntlClientProvider>
  );
  return render(element, { wrapper: around });
}

/** The address of the page, as the router knows it: what a component writes into it is read from it. */
function Address({ children }: { children: ReactNode }) {
  const [search, setSearch] = useState(() => window.location.search);
  useEffect(() => {
    const { history } = window;
    const write = history.replaceState.bind(history);
    history.replaceState = (...given) => {
      write(...given);
      setSearch(window.location.search);
    };
    return () => {
      history.replaceState = write;
    };
  }, []);
  return (
    <PathnameContext value="/">
      <SearchParamsContext value={new URLSearchParams(search)}>{children}</SearchParamsContext>
    </PathnameContext>
  );
}
