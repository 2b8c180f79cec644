import type { ActionResult } from "@/lib/http/result";

/**
 * Asks for a list to its end, a page at a time.
 *
 * @param take what is done with each page before the next one is asked for.
 * @throws {Error} with the code of the failure when a page is not to be had.
 */
export async function everyPage<Page extends { next: string | null }>(
  ask: (cursor: string | null) => Promise<ActionResult<Page>>,
  take: (page: Page) => Promise<void>,
): Promise<void> {
  let cursor: string | null = null;
  do {
    const answer: ActionResult<Page> = await ask(cursor);
    if (!answer.ok) throw new Error(answer.failure.code);
    await take(answer.result);
    cursor = answer.result.next;
  } while (cursor);
}
