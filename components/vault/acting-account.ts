"use client";

import { isActOrQuestion } from "@/components/vault/asking";

let account: string | null = null;
let isNaming = false;

/**
 * Sets the account that this page was made for, or whose vault is open in it; null if nobody is known. From
 * then on every server action and question names the account, and the server refuses it if the session belongs
 * to another account (lib/session/actor-of-page.ts).
 */
export function actAs(userId: string | null): void {
  account = userId;
  if (!isNaming) nameTheAccount();
  isNaming = true;
}

/** Next sends actions by `fetch` and offers no way to add a header to them. */
function nameTheAccount(): void {
  const send = window.fetch.bind(window);
  window.fetch = (to, init) => {
    const headers = new Headers(init?.headers);
    if (account === null || !isActOrQuestion(to, init)) return send(to, init);
    headers.set("x-account", account);
    return send(to, { ...init, headers });
  };
}
