import { reach } from "@/components/forms/reach";
import { KeyRefused } from "@/components/vault/hold-key";
import type { ActionResult } from "@/lib/http/result";

/**
 * Asks for a list to its end, a page at a time.
 *
 * @param take what is done with each page before the next one is asked for.
 * @throws {KeyRefused} when a page is not to be had.
 */
export async function everyPage<Page extends { next: string | null }>(
  ask: (cursor: string | null) => Promise<ActionResult<Page>>,
  take: (page: Page) => Promise<void>,
): Promise<void> {
  let cursor: string | null = null;
  do {
    const answer: ActionResult<Page> = await reach(ask(cursor));
    if (!answer.ok) throw new KeyRefused(answer.failure);
    await take(answer.result);
    cursor = answer.result.next;
  } while (cursor);
}
