"use client";

import { useSyncExternalStore } from "react";
import { keptOnDevice } from "@/components/vault/kept-on-device";

/** Who has to be told that their browser has enrolled them with an organization, and when it did, in ISO 8601. */
export type EnrolmentNotice = { userId: string; organizationId: string; name: string; at: string };

const storedAs = "trousseau-enrolled";
const { subscribe, write } = keptOnDevice("trousseau-enrolled-changed");

/** As it is stored: the same text is the same notices. */
const stored = (): string => window.localStorage.getItem(storedAs) ?? "[]";

function parse(text: string): EnrolmentNotice[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(({ at }) => !Number.isNaN(Date.parse(at))) : [];
  } catch {
    return [];
  }
}

const keep = (notices: readonly EnrolmentNotice[]): void => write(storedAs, JSON.stringify(notices));

const isSame = (one: EnrolmentNotice, other: EnrolmentNotice) =>
  one.userId === other.userId && one.organizationId === other.organizationId;

/**
 * Keeps a notice on this device until the person dismisses it, whatever the server says later.
 *
 * @throws {DOMException} where the browser keeps nothing.
 */
export const addNotice = (added: EnrolmentNotice): void =>
  keep([...parse(stored()).filter((notice) => !isSame(notice, added)), added]);

export const dismissNotice = (notice: EnrolmentNotice): void =>
  keep(parse(stored()).filter((other) => !isSame(other, notice)));

/** The notices of one person, in every tab at once. */
export function useNotices(userId: string | null): EnrolmentNotice[] {
  const text = useSyncExternalStore(subscribe, stored, () => "[]");
  return parse(text).filter((notice) => notice.userId === userId);
}
