import type { Vault } from "@/lib/vault/vault";

/**
 * The vault as a tab sees it: one keyring serves all tabs of a browser, for the one account that it was opened
 * for. To a tab that is signed in as somebody else, or has not said as whom, it is locked.
 */
export interface TabVault extends Vault {
  /** Whether keys are open here, of whatever account. */
  isOpen(): Promise<boolean>;

  /**
   * Says whose keys this tab has just opened, and at what time: tabs of that account are served from now on.
   *
   * @param at milliseconds, as of `Date.now()`.
   */
  claim(userId: string, at: number): Promise<void>;

  /**
   * Asks to be served as this account. False if the keys are not open, or are another account's. Keys that no
   * tab has used after `since` are forgotten instead: their idle time was over already.
   */
  attach(userId: string, since: number): Promise<boolean>;

  /** The name of a Web Lock that is held for as long as the keys' holder lives; see life.ts. */
  life(): Promise<string>;
}
